import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import path from "node:path";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openStore } from "../src/index.ts";
import { newestVersion } from "../src/sqlite/schema-version.ts";
import { runProgram } from "./run-program.ts";
import {
  expectAllOf,
  expectSound,
  olderSchemas,
  storedByOlder,
} from "./schemas/stored-by-older.ts";
import { canMount, SmallDisk } from "./small-disk.ts";
import { tempFolder } from "./temp-folder.ts";

const seed = newSeed();
const random = seededRandom(seed);
const rounds = 4 * whole(25);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What is told when a store is opened, and whether all is in it. */
async function openWith(location: string, schema: number): Promise<string[]> {
  const told: string[] = [];
  const store = await openStore(location, { onError: ({ message }) => told.push(message) });
  await expectAllOf(schema, store);
  await store.close();
  expectSound(location);
  return told;
}

function copiesOf(location: string): string[] {
  const { dir, base } = path.parse(location);
  return readdirSync(dir).filter((name) => name.startsWith(`${base}.schema`));
}

describe.each(olderSchemas)(
  "a database of schema %i, made by the version of its time",
  (schema) => {
    it("keeps all its data, and a copy is made before and named once", async () => {
      const location = storedByOlder(schema, tempFolder());
      const told = await openWith(location, schema);
      expect(told).toEqual([
        expect.stringContaining(`was brought from schema ${schema} to ${newestVersion}.`),
      ]);
      const copy = `${location}.schema-${schema}`;
      expect(told[0]).toContain(`${copy}: a purge removes it after 30 days`);
      expect(copiesOf(location)).toEqual([path.basename(copy)]);
      expect(statSync(copy).mode & 0o777).toBe(0o600);
      const db = new Database(copy, { readonly: true });
      expect(db.pragma("user_version", { simple: true })).toBe(schema);
      expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
      db.close();
      expect(await openWith(location, schema)).toEqual([]);
      expect(copiesOf(location)).toHaveLength(1);
    });

    it("shrinks from its first purge on, which says before what it takes", async () => {
      const location = storedByOlder(schema, tempFolder());
      const store = await openStore(location, { onError: () => {} });
      const [long, ...others] = (await store.listRuns({ order: "name" })).runs.filter(
        ({ name }) => name === "long",
      );
      expect(others).toEqual([]);
      const { copies } = await store.storage();
      expect(copies).toEqual([{ path: `${location}.schema-${schema}`, bytes: expect.any(Number) }]);
      const monthAgo = Date.now() / 1000 - 31 * 24 * 3600;
      utimesSync(copies[0]?.path ?? "", monthAgo, monthAgo);
      await store.deleteRuns([long?.id ?? ""]);
      const said: string[] = [];
      const dry = await store.purge({ ids: [long?.id ?? ""], dryRun: true });
      expect(dry.conversion).toEqual({ bytes: expect.any(Number), seconds: expect.any(Number) });
      const report = await store.purge({
        ids: [long?.id ?? ""],
        onProgress: ({ doing, words }) => doing === "convert" && said.push(words),
      });
      expect(said).toEqual([
        expect.stringMatching(
          /written anew once, so that it can shrink: .* beside it and about \d+ s/,
        ),
      ]);
      expect(report.bytesAfter).toBeLessThan(report.bytesBefore / 2);
      expect((await store.purge()).conversion).toBeUndefined();
      expect((await store.storage()).copies).toEqual([]);
      await store.close();
      expectSound(location);
    });
  },
);

it.skipIf(!canMount)(
  "is not changed where there is no room for the copy, and that is said with the way out",
  async () => {
    const disk = new SmallDisk(2);
    const location = storedByOlder(4, disk.folder);
    disk.fill(200_000);
    const before = new Database(location, { readonly: true });
    before.close();
    await expect(openStore(location)).rejects.toMatchObject({
      code: "no_room",
      message: expect.stringMatching(
        /is of an older version .* cannot be made: .*EPOCHAL_COPY=off/,
      ),
    });
    expect(copiesOf(location)).toEqual([]);
    const db = new Database(location, { readonly: true });
    expect(db.pragma("user_version", { simple: true })).toBe(4);
    db.close();
    disk.free();
    expect(await openWith(location, 4)).toHaveLength(1);
  },
);

it("is changed without a copy where nobody wants one", async () => {
  const location = storedByOlder(4, tempFolder());
  process.env.EPOCHAL_COPY = "off";
  try {
    expect(await openWith(location, 4)).toEqual([]);
  } finally {
    delete process.env.EPOCHAL_COPY;
  }
  expect(copiesOf(location)).toEqual([]);
});

it.skipIf(process.platform === "win32")(
  `loses nothing when whoever brings it up to date is killed at any moment, ${rounds} times (seed ${seed})`,
  async () => {
    let rest = rounds;
    while (rest > 0) {
      await Promise.all(
        [0, 1, 2, 3].map(async () => {
          const schema = olderSchemas[Math.floor(random() * olderSchemas.length)] ?? 1;
          const location = storedByOlder(schema, tempFolder());
          // Until it is done, or killed in the middle a few times.
          for (let kills = 0; kills < 5 && rest > 0; kills++) {
            rest--;
            const opening = runProgram("migrate.ts", [location]);
            await opening.printed("begins");
            await sleep(random() * 60);
            opening.child.kill("SIGKILL");
            const { stdout } = await opening.ended;
            if (stdout.includes("done")) break;
          }
          await openWith(location, schema);
          expect(copiesOf(location).length).toBeLessThanOrEqual(1);
          expect(existsSync(`${location}.schema-part`)).toBe(false);
        }),
      );
    }
  },
  300_000,
);
