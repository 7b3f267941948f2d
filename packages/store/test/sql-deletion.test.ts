import path from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, vi } from "vitest";
import { openStore, type Store } from "../src/index.ts";
import { runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

async function record(store: Store, value: number, steps: number): Promise<string> {
  const run = await store.startRun({ project: "birds", config: { value } });
  for (let step = 0; step < steps; step++) run.log({ loss: value }, { step });
  run.event({ type: "warning", message: "odd" });
  await run.finish();
  return run.id;
}

/** What of runs and of series is left in any table, also in those that are made later. */
function leftOf(db: Database.Database): string[] {
  const columns = db
    .prepare<[], { table: string; column: string }>(
      `SELECT t.name AS "table", c.name AS "column" FROM pragma_table_list AS t, pragma_table_info(t.name) AS c
        WHERE t.type = 'table' AND c.name IN ('run_id', 'series_id')`,
    )
    .all();
  expect(columns.length).toBeGreaterThan(7);
  return columns.flatMap(({ table, column }) => {
    const owner = column === "run_id" ? "runs" : "series";
    const n = db
      .prepare(`SELECT count(*) FROM ${table} WHERE ${column} NOT IN (SELECT id FROM ${owner})`)
      .pluck()
      .get();
    return n === 0 ? [] : [`${n} rows of ${table}`];
  });
}

describe.each(["ON", "OFF"])("deleting runs by plain SQL with foreign keys %s", (keys) => {
  it("leaves no orphan, and no run to come inherits anything", async () => {
    const location = path.join(tempFolder(), "runs.db");
    const store = await openStore(location);
    // Long enough for a rollup.
    const [gone, kept] = [await record(store, 1, 8_100), await record(store, 2, 10)];
    const again = await store.resumeRun(gone);
    again.log({ loss: 3 }, { step: 5 });
    await again.finish();
    const before = await store.listChanges();
    const db = new Database(location);
    db.pragma(`foreign_keys = ${keys}`);
    expect(db.prepare("DELETE FROM runs WHERE id = ?").run(gone).changes).toBe(1);
    expect(leftOf(db)).toEqual([]);
    expect((await store.listChanges(before.revision)).runs).toEqual([gone]);
    const highest = db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'series'").pluck();
    const used = Number(highest.get());
    db.exec("DELETE FROM series");
    expect(leftOf(db)).toEqual([]);
    const next = await record(store, 4, 3);
    const ids = db.prepare<[], number>("SELECT id FROM series").pluck().all();
    expect(Math.min(...ids)).toBeGreaterThan(used);
    const points = await store.readSeries({ run: next, key: "loss" });
    expect([...points.value]).toEqual([4, 4, 4]);
    expect((await store.listRuns()).runs.map(({ id }) => id).sort()).toEqual([kept, next].sort());
    db.exec("DELETE FROM runs");
    expect(leftOf(db)).toEqual([]);
    expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
    db.close();
    await store.close();
  });

  it("brings nothing back of what is still in a journal", async () => {
    const location = path.join(tempFolder(), "runs.db");
    await (await openStore(location)).close();
    const lock = new Database(location);
    lock.exec("BEGIN IMMEDIATE");
    const logging = runProgram("acknowledge.ts", [location, `${location}.acknowledged`, "paced"]);
    await vi.waitFor(() => expect(logging.child.exitCode).toBeNull());
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    lock.exec("COMMIT");
    lock.close();
    const store = await openStore(location, { onError: () => {} });
    const id = await vi.waitFor(async () => {
      const { runs } = await store.listRuns();
      expect(runs).toHaveLength(1);
      return runs[0]?.id ?? "";
    }, 30_000);
    logging.child.kill("SIGSTOP");
    const db = new Database(location, { timeout: 10_000 });
    db.pragma(`foreign_keys = ${keys}`);
    db.prepare("DELETE FROM runs WHERE id = ?").run(id);
    logging.child.kill("SIGCONT");
    await new Promise((resolve) => setTimeout(resolve, 300));
    logging.child.kill("SIGKILL");
    await logging.ended;
    await store.close();
    const errors: Error[] = [];
    const after = await openStore(location, { onError: (error) => errors.push(error) });
    await vi.waitFor(async () => expect((await after.listRuns()).unfolded).toBeUndefined(), 60_000);
    expect((await after.listRuns()).total).toBe(0);
    expect((await after.listRuns({ deleted: true })).total).toBe(0);
    expect(leftOf(db)).toEqual([]);
    expect(db.prepare("SELECT count(*) FROM points").pluck().get()).toBe(0);
    expect(errors).toEqual([]);
    db.close();
    await after.close();
  });
});
