import { readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openStore } from "../src/index.ts";
import { copyAhead } from "../src/sqlite/copy-ahead.ts";
import { newestVersion } from "../src/sqlite/schema-version.ts";
import { runProgram } from "./run-program.ts";
import {
  expectAllOf,
  expectSound,
  olderSchemas,
  storedByOlder,
} from "./schemas/stored-by-older.ts";
import { tempFolder } from "./temp-folder.ts";

const seed = newSeed();
const random = seededRandom(seed);

function othersBeside(location: string): string[] {
  const { dir, base } = path.parse(location);
  return readdirSync(dir).filter((name) => name.startsWith(`${base}.schema`));
}

function expectCopy(location: string, schema: number): void {
  const copy = `${location}.schema-${schema}`;
  expect(othersBeside(location)).toEqual([path.basename(copy)]);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  const db = new Database(copy, { readonly: true });
  expect(db.pragma("user_version", { simple: true })).toBe(schema);
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(db.pragma("journal_mode", { simple: true })).toBe("delete");
  db.close();
  expect(othersBeside(location)).toHaveLength(1);
}

it.each(olderSchemas)(
  "a large store of schema %i is copied while its process can tell of it, once",
  async (schema) => {
    const location = storedByOlder(schema, tempFolder());
    const opening = runProgram("open-older.ts", [location]);
    const { stdout, stderr } = await opening.ended;
    expect(stderr).toBe("");
    const copy = `${location}.schema-${schema}`;
    expect(stdout.split("\n")).toEqual([
      "begins",
      expect.stringMatching(
        /is of an older version \(schema \d\) and is brought to schema \d+, after it is copied to .*\.schema-\d\. Of .* that takes about .*, once\.$/,
      ),
      `${location} is copied and is brought to schema ${newestVersion} now. Meanwhile this process does nothing else.`,
      expect.stringContaining(`to ${newestVersion}. How it was before is kept in ${copy}:`),
      "done",
      "",
    ]);
    expectCopy(location, schema);
    const again = await runProgram("open-older.ts", [location]).ended;
    expect(again.stdout).toBe("begins\ndone\n");
    expectCopy(location, schema);
  },
);

it("makes a second copy where somebody writes between the first one and the change", async () => {
  const location = storedByOlder(4, tempFolder());
  const told: string[] = [];
  await copyAhead({ database: location, from: 1, tell: (words) => told.push(words) });
  expectCopy(location, 4);
  const db = new Database(location);
  db.exec("UPDATE clock SET rev = rev + 1; UPDATE runs SET notes = 'later'");
  db.close();
  const store = await openStore(location, { onError: ({ message }) => told.push(message) });
  await store.close();
  expect(told).toEqual([
    expect.stringContaining("is of an older version"),
    expect.stringContaining("is copied and"),
    expect.stringContaining(`is kept in ${location}.schema-4-2:`),
  ]);
  const copy = new Database(`${location}.schema-4-2`, { readonly: true });
  expect(copy.prepare("SELECT DISTINCT notes FROM runs").pluck().all()).toEqual(["later"]);
  copy.close();
});

it("leaves alone what is small, new, empty or no store", async () => {
  const folder = tempFolder();
  const [location, none] = [path.join(folder, "runs.db"), path.join(folder, "none.db")];
  await (await openStore(location)).close();
  const tell = (words: string) => expect.fail(words);
  await copyAhead({ database: location, from: 1, tell });
  await copyAhead({ database: none, from: 1, tell });
  await copyAhead({ database: storedByOlder(3, tempFolder()), from: 2 ** 30, tell });
  expect(othersBeside(location)).toEqual([]);
});

it("removes what a killed process left, also where another one has done its work meanwhile", async () => {
  const location = path.join(tempFolder(), "runs.db");
  await (await openStore(location)).close();
  // No process has such a number.
  for (const end of ["", "-journal", "-wal", "-shm"])
    writeFileSync(`${location}.schema-ahead-${2 ** 31 - 1}${end}`, "");
  const others = ["mine", `${process.ppid}`].map((end) => `runs.db.schema-ahead-${end}`);
  for (const name of others) writeFileSync(path.join(path.dirname(location), name), "");
  await copyAhead({ database: location, from: 1, tell: (words) => expect.fail(words) });
  expect(othersBeside(location).sort()).toEqual(others.sort());
});

it.skipIf(process.platform === "win32")(
  `loses nothing and leaves no part of a copy when whoever copies is killed at any moment, alone or beside another (seed ${seed})`,
  async () => {
    for (let round = 0; round < whole(30); round++) {
      const schema = olderSchemas[Math.floor(random() * olderSchemas.length)] ?? 1;
      const location = storedByOlder(schema, tempFolder());
      const kill = async () => {
        const opening = runProgram("open-older.ts", [location]);
        await opening.printed("begins");
        await new Promise((resolve) => setTimeout(resolve, random() * 120));
        opening.child.kill("SIGKILL");
        await opening.ended;
      };
      await Promise.all(random() < 0.5 ? [kill()] : [kill(), kill()]);
      expect((await runProgram("open-older.ts", [location]).ended).stderr).toBe("");
      const store = await openStore(location, { onError: ({ message }) => expect.fail(message) });
      await expectAllOf(schema, store);
      await store.close();
      expectSound(location);
      expect(othersBeside(location).filter((name) => !/\.schema-\d$/.test(name))).toEqual([]);
      expect(othersBeside(location)).toHaveLength(1);
    }
  },
  300_000,
);
