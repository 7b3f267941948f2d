import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openStore } from "../src/index.ts";
import { applyMigrations } from "../src/sqlite/migrate.ts";
import { migrations } from "../src/sqlite/migrations.gen.ts";
import { newestVersion } from "../src/sqlite/schema-version.ts";
import { runProgram } from "./run-program.ts";
import {
  expectAllOf,
  expectSound,
  olderSchemas,
  storedByOlder,
} from "./schemas/stored-by-older.ts";
import { tempFolder } from "./temp-folder.ts";

const newestStored = olderSchemas.at(-1) ?? 0;
const seed = newSeed();

/** Every schema from the newest that is stored here to the one before today's. */
const between = Array.from({ length: newestVersion - newestStored }, (_, i) => newestStored + i);

function storedAt(schema: number): string {
  const location = storedByOlder(newestStored, tempFolder());
  const db = new Database(location);
  db.pragma("foreign_keys = OFF");
  db.transaction(() => applyMigrations(db, newestStored, schema))();
  db.close();
  return location;
}

async function expectAll(location: string): Promise<void> {
  const store = await openStore(location, { onError: () => {} });
  await expectAllOf(newestStored, store);
  await store.close();
  expectSound(location);
}

it.each(between)("a database of schema %i keeps all its data", async (schema) => {
  await expectAll(storedAt(schema));
});

const statements = migrations
  .filter(({ version }) => version > newestStored)
  .flatMap(({ name, sql }) => sql.split("--> statement-breakpoint").map(() => name))
  .map((name, i) => ({ name, after: i + 1 }));

/** In `test:full` all of them, else a tenth: the first of a seeded row. */
function some(): typeof statements {
  const random = seededRandom(seed);
  const mixed = statements.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at);
  return mixed.slice(0, whole(statements.length)).map(({ one }) => one);
}

it.skipIf(process.platform === "win32").each(some())(
  `whoever is killed after statement $after, in $name, has changed nothing (seed ${seed})`,
  async ({ after }) => {
    const location = storedByOlder(newestStored, tempFolder());
    const { signal, stderr } = await runProgram("migrate-until.ts", [location, String(after)])
      .ended;
    expect([signal, stderr]).toEqual(["SIGKILL", ""]);
    const db = new Database(location, { readonly: true });
    expect(db.pragma("user_version", { simple: true })).toBe(newestStored);
    db.close();
    await expectAll(location);
  },
);
