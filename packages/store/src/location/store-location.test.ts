import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { whole } from "@epochal/testing/full";
import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { tempFolder } from "../../test/temp-folder.ts";
import { realPath } from "./real-path.ts";
import { storeLocation } from "./store-location.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

it("is the argument, else EPOCHAL_STORE, else .epochal/runs.db", () => {
  vi.stubEnv("EPOCHAL_STORE", "");
  expect(storeLocation().database).toBe(path.resolve(".epochal/runs.db"));
  vi.stubEnv("EPOCHAL_STORE", "/data/a.db");
  expect(storeLocation().database).toBe(path.resolve("/data/a.db"));
  expect(storeLocation("/data/b.db").database).toBe(path.resolve("/data/b.db"));
  expect(storeLocation("file:///data/c%20d.db").database).toBe(path.resolve("/data/c d.db"));
});

it("keeps the journal beside the database, under a name that only it has", () => {
  const journal = (file: string) => path.basename(storeLocation(`/data/${file}`).journal);
  expect(journal("runs.db")).toBe("journal");
  expect(journal("birds.db")).toBe("birds.journal");
  expect(journal("birds.sqlite")).toBe("birds.sqlite.journal");
  expect(journal("birds")).toBe("birds.journal-folder");
  expect(journal("birds.sqlite.db")).toBe("birds.sqlite.db.journal");
});

it("gives no two databases of a folder one journal, and none the name of SQLite's", () => {
  const part = fc.constantFrom(
    ...["a", "b", "runs", "journal", ".", ".db", ".sqlite", "-journal", "-wal", ".journal", " "],
  );
  const name = fc
    .array(part, { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join(""))
    .filter((base) => !/^\.{1,2}$/.test(base));
  fc.assert(
    fc.property(name, name, (one, other) => {
      const [a, b] = [one, other].map((base) => storeLocation(path.resolve("/data", base)).journal);
      expect(a === b).toBe(one === other);
      for (const file of ["", "-journal", "-wal", "-shm"])
        expect(a).not.toBe(`/data/${one}${file}`);
    }),
    { numRuns: whole(10_000) },
  );
});

it.skipIf(process.platform === "win32")("is one place however its path is spelled", () => {
  const root = realPath(tempFolder());
  const folder = path.join(root, "real", "deep");
  mkdirSync(folder, { recursive: true });
  const database = path.join(folder, "a b.sqlite.db");
  symlinkSync(path.join(root, "real"), path.join(root, "link"));
  symlinkSync("../../link/deep", path.join(folder, "again"));
  symlinkSync("a b.sqlite.db", path.join(folder, "latest.db"));
  symlinkSync(path.join(root, "link/deep/latest.db"), path.join(root, "newest.db"));
  const spellings = [
    database,
    `${database}/`,
    path.relative(process.cwd(), database),
    path.join(root, "link/deep/a b.sqlite.db"),
    `${folder}/../deep/./a b.sqlite.db`,
    path.join(folder, "again/again/a b.sqlite.db"),
    path.join(folder, "latest.db"),
    path.join(root, "newest.db"),
    pathToFileURL(database).href,
    pathToFileURL(path.join(root, "newest.db")).href.replace("file://", "FILE:"),
    `file:${path.relative(process.cwd(), database).replaceAll(" ", "%20")}`,
  ];
  const places = () => spellings.map((spelling) => storeLocation(spelling));
  // Before the file is there, and after.
  for (let round = 0; round < 2; round++) {
    for (const place of places()) {
      expect(place.database).toBe(database);
      expect(place.journal).toBe(`${database}.journal`);
    }
    writeFileSync(database, "");
  }
  symlinkSync("loop", path.join(root, "loop"));
  expect(storeLocation(path.join(root, "loop")).database).toBe(path.join(root, "loop"));
});

it.each([
  ["postgres://localhost/runs", "an SQLite file"],
  ["POSTGRESQL://localhost/runs", "an SQLite file"],
  ["https://example.org/runs.db", "is not the path of a file"],
  [":memory:", "is not the path of a file"],
  ["a\0b", "is not the path of a file"],
  ["file://elsewhere/runs.db", "is not the path of a file"],
])("refuses %j", (location, message) => {
  expect(() => storeLocation(location)).toThrow(message);
  expect(() => storeLocation(location)).toThrow(
    expect.objectContaining({ code: "invalid_location" }),
  );
});

it("refuses what is no text", () => {
  expect(() => storeLocation(5 as unknown as string)).toThrow(TypeError);
});
