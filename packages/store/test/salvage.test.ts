import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { checkStore, openStore, type StoreError, salvageStore } from "../src/index.ts";
import { expectRollups } from "./expect-rollups.ts";
import { runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

const seed = newSeed();
const random = seededRandom(seed);
const page = 4096;

/** A store with long and short series, events, params, a resumed run and values that are not finite. */
async function makeStore(): Promise<string> {
  const location = path.join(tempFolder(), "runs.db");
  const store = await openStore(location);
  for (let i = 0; i < 8; i++) {
    const config = { lr: random(), deep: { units: i, name: "x".repeat(i * 300) } };
    const run = await store.startRun({
      project: `p${i % 3}`,
      name: `run ${i}`,
      config,
      tags: ["a"],
    });
    for (let step = 0; step < (i === 0 ? 9000 : 700); step++) {
      run.log(
        { loss: random(), odd: step % 50 === 0 ? Number.NaN : step },
        { step, epoch: step / 10 },
      );
      if (step % 20 === 0)
        run.event({ type: "warning", message: `${step} ${"y".repeat(step % 90)}` });
    }
    run.event({ type: "warning", message: "z".repeat(9000 + i) });
    await run.finish();
  }
  await store.close();
  return location;
}

const tables = {
  runs: "SELECT id, project, name, config, tags, notes, started_ms, ended_ms, state, branch, key_set IS NULL FROM runs ORDER BY id",
  params: "SELECT * FROM params ORDER BY run_id, path",
  series:
    "SELECT id, run_id, key, direction, n, min_value, max_step, last_value, bad, rolled FROM series ORDER BY id",
  points: "SELECT * FROM points ORDER BY series_id, step",
  events: "SELECT * FROM events ORDER BY run_id, seq",
  rollup: "SELECT series_id, level, bucket, n, min, max_step, wall_ms FROM rollup ORDER BY 1, 2, 3",
};

function rowsOf(location: string, table: keyof typeof tables): string[] {
  const db = new Database(location, { readonly: true });
  try {
    return db
      .prepare(tables[table])
      .raw()
      .all()
      .map((row) => JSON.stringify(row));
  } finally {
    db.close();
  }
}

const bytesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .flatMap((name) => {
        const file = path.join(folder, name);
        return statSync(file).isFile() ? [[name, readFileSync(file).toString("latin1")]] : [];
      }),
  );

function damage(file: string): { what: string; most: number } {
  const bytes = readFileSync(file);
  const pages = bytes.length / page;
  const kind = Math.floor(random() * 5);
  if (kind === 0) {
    const to = Math.floor(bytes.length * (0.2 + 0.75 * random()));
    truncateSync(file, to);
    return { what: `cut at ${to}`, most: 1 };
  }
  if (kind === 1) {
    bytes.fill(0, 0, 100);
    writeFileSync(file, bytes);
    return { what: "header gone", most: 0 };
  }
  if (kind === 2) {
    for (let i = 0; i < page; i++) bytes[i] = Math.floor(random() * 256);
    writeFileSync(file, bytes);
    return { what: "first page gone", most: 0 };
  }
  const hit = [];
  for (let i = 0; i < 1 + random() * 6; i++) {
    // Behind the list of tables, the roots and what lies next to them.
    const at = Math.floor(random() * (pages - 48)) + 48;
    hit.push(at + 1);
    for (let j = 0; j < page; j++)
      bytes[at * page + j] = kind === 3 ? 0 : Math.floor(random() * 256);
  }
  writeFileSync(file, bytes);
  return { what: `${kind === 3 ? "zeroes" : "noise"} in the pages ${hit}`, most: 0.9 };
}

it(`salvages all of an undamaged store, and what can be read of a damaged one, whose bytes stay (seed ${seed})`, async () => {
  const sound = await makeStore();
  const all = salvageStore(sound, path.join(tempFolder(), "new.db"));
  expect(all.isWhole).toBe(true);

  expect(all.saved).toMatchObject({ runs: 8, series: 16, points: 2 * (9000 + 7 * 700) });
  for (const table of Object.keys(tables) as (keyof typeof tables)[])
    expect(rowsOf(all.file, table), table).toEqual(rowsOf(sound, table));
  const rows = Object.fromEntries(
    (["points", "events", "params"] as const).map((table) => [
      table,
      new Set(rowsOf(sound, table)),
    ]),
  );
  for (let i = 0; i < whole(50); i++) {
    const folder = tempFolder();
    const broken = path.join(folder, "runs.db");
    cpSync(sound, broken);
    const { what, most } = damage(broken);
    const before = bytesIn(folder);
    const where = `${what}, seed ${seed}`;
    const report = salvageStore(broken, path.join(tempFolder(), "new.db"));
    expect(bytesIn(folder), where).toEqual(before);
    for (const [table, known] of Object.entries(rows)) {
      for (const row of rowsOf(report.file, table as keyof typeof tables))
        if (!known.has(row))
          expect.fail(`${where}: ${table} has ${row.slice(0, 200)}, which was never there`);
    }
    const kept = report.saved.points / all.saved.points;
    expect(kept, where).toBeGreaterThanOrEqual(1 - most);
    expect(report.isWhole, where).toBe(
      kept === 1 && report.mended.length === 0 && report.incomplete.length === 0,
    );
    expect(checkStore(report.file), where).toMatchObject({ isWell: true });
    const db = new Database(report.file, { readonly: true });
    expect(db.pragma("integrity_check", { simple: true }), where).toBe("ok");
    expect(db.pragma("foreign_key_check"), where).toEqual([]);
    expectRollups(db);
    db.close();
  }
}, 300_000);

it.skipIf(process.platform !== "linux")(
  "folds what a killed process left into the new file alone, also what the damaged file had taken in",
  async () => {
    const folder = tempFolder();
    const location = path.join(folder, "runs.db");
    const acknowledged = path.join(tempFolder(), "acknowledged");
    const { child, ended } = runProgram("acknowledge.ts", [location, acknowledged, "paced"]);
    const stepsNow = () =>
      existsSync(acknowledged) && statSync(acknowledged).size === 8
        ? readFileSync(acknowledged).readDoubleLE()
        : 0;
    while (stepsNow() < 300) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGKILL");
    await ended;
    const steps = stepsNow();
    const parts = path.join(folder, "journal");
    const before = [bytesIn(folder), bytesIn(parts)];
    expect(Object.keys(before[1] ?? {}).length).toBeGreaterThan(0);
    const sound = salvageStore(location, path.join(tempFolder(), "new.db"));
    const check = checkStore(location);
    expect(check).toMatchObject({ isWell: true });
    expect(check.findings.map(({ words }) => words).join("\n")).toMatch(
      /by a process that is gone on .* are not folded/,
    );
    expect(withoutIndex(bytesIn(folder))).toEqual(withoutIndex(before[0] ?? {}));
    // All pages of points and events are lost, and the database says that it has taken in most of the journal.
    const db = new Database(location);
    db.pragma("wal_checkpoint(TRUNCATE)");
    db.close();
    const bytes = readFileSync(location);
    expect(bytes.length).toBeGreaterThan(56 * page);
    writeFileSync(location, bytes.fill(0, 53 * page));
    const damaged = [bytesIn(folder), bytesIn(parts)];
    const broken = salvageStore(location, path.join(tempFolder(), "new.db"));
    expect(broken.incomplete).toContain("points");
    for (const report of [sound, broken]) {
      expect(report.saved.runs).toBe(1);
      expect(report.saved.points).toBeGreaterThanOrEqual(3 * steps);
      expect(report.saved.points).toBeLessThanOrEqual(3 * (steps + 1));
      expect(report.saved.events).toBeGreaterThanOrEqual(Math.ceil(steps / 100));
      expect(report.saved.events).toBeLessThanOrEqual(Math.ceil((steps + 1) / 100));
    }
    expect([bytesIn(folder), bytesIn(parts)]).toEqual(damaged);
  },
);

/** SQLite's index of a log is no data: whoever reads beside others keeps it. */
function withoutIndex(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !name.endsWith("-shm")));
}

it("refuses a new file that is there, a store that is not, and a file of another program", () => {
  const folder = tempFolder();
  const [other, text, free] = ["other.db", "text.db", "free.db"].map((it) => path.join(folder, it));
  new Database(other).exec("CREATE TABLE theirs (a)").close();
  writeFileSync(
    text ?? "",
    "not a database, and long enough to have a header of one hundred bytes ".repeat(9),
  );
  const codeOf = (from = "", to = "") => {
    try {
      salvageStore(from, to);
      return undefined;
    } catch (error) {
      return (error as StoreError).code;
    }
  };
  expect(codeOf(other, text)).toBe("invalid_location");
  expect(codeOf(path.join(folder, "none.db"), free)).toBe("store_not_found");
  expect(codeOf(other, free)).toBe("not_a_store");
  expect(codeOf(text, free)).toBe("not_a_store");
  expect(codeOf(other, path.join(folder, "no", "where.db"))).toBe("invalid_location");
  expect(readdirSync(folder).sort()).toEqual(["other.db", "text.db"]);
});

it.each([1, 2, 3, 4])("salvages a store of schema %i into one of today's", async (version) => {
  const location = path.join(tempFolder(), "runs.db");
  writeFileSync(
    location,
    gunzipSync(readFileSync(path.join(import.meta.dirname, `schemas/schema-${version}.db.gz`))),
  );
  const { file, isWhole } = salvageStore(location, path.join(tempFolder(), "new.db"));
  expect(isWhole).toBe(true);
  // The original is brought to today's schema, the usual way.
  await (await openStore(location, { onError: () => {} })).close();
  for (const table of ["runs", "params", "series", "points", "events"] as const)
    expect(rowsOf(file, table), table).toEqual(rowsOf(location, table));
});
