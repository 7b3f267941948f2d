import path from "node:path";
import { afterEach, expect, it, vi } from "vitest";
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
});

it.each([
  ["postgres://localhost/runs", "cannot use PostgreSQL"],
  ["POSTGRESQL://localhost/runs", "cannot use PostgreSQL"],
  ["https://example.org/runs.db", "is no path of a file"],
  [":memory:", "is no path of a file"],
  ["a\0b", "is no path of a file"],
  ["file://elsewhere/runs.db", "is no path of a file"],
])("refuses %j", (location, message) => {
  expect(() => storeLocation(location)).toThrow(message);
  expect(() => storeLocation(location)).toThrow(
    expect.objectContaining({ code: "invalid_location" }),
  );
});

it("refuses what is no text", () => {
  expect(() => storeLocation(5 as unknown as string)).toThrow(TypeError);
});
