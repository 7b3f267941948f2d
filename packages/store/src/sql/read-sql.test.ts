import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { tempFolder } from "../../test/temp-folder.ts";
import { openStore } from "../index.ts";

async function opened() {
  const location = path.join(tempFolder(), "runs.db");
  const store = await openStore(location);
  onTestFinished(() => store.close());
  for (const name of ["a", "b", "c"]) {
    const run = await store.startRun({ project: "birds", name, record: false });
    run.log({ loss: 0.5 }, { epoch: 0 });
    await run.finish();
  }
  return store;
}

it("answers one statement that reads, with what was logged before, and no more rows than asked for", async () => {
  const store = await opened();
  expect(await store.readSql("SELECT name, 1 AS one FROM runs ORDER BY name")).toEqual({
    columns: ["name", "one"],
    rows: [
      ["a", 1],
      ["b", 1],
      ["c", 1],
    ],
    isCut: false,
  });
  const cut = await store.readSql("-- all\nSELECT name FROM runs;", { maxRows: 2 });
  expect(cut).toMatchObject({ isCut: true });
  expect(cut.rows).toHaveLength(2);
  expect((await store.readSql("SELECT NULL, 9007199254740993, 1e999, x'01ff', 'é'")).rows).toEqual([
    [null, 9007199254740993n, Infinity, new Uint8Array([1, 255]), "é"],
  ]);
  for (const sql of [
    "EXPLAIN QUERY PLAN SELECT 1",
    "PRAGMA table_info(runs)",
    "VALUES (1)",
    "WITH a AS (SELECT 1) SELECT * FROM a",
  ])
    expect((await store.readSql(sql)).rows.length).toBeGreaterThan(0);
});

it.each([
  ["DELETE FROM runs", "reads rows"],
  ["DELETE FROM runs RETURNING id", "reads rows"],
  ["WITH a AS (SELECT 1) UPDATE runs SET name = 'x'", "reads rows"],
  ["CREATE TEMP TABLE t (a)", "reads rows"],
  ["ATTACH ':memory:' AS other", "reads rows"],
  ["PRAGMA user_version = 1", "reads rows"],
  ["PRAGMA journal_mode = DELETE", "reads rows"],
  ["PRAGMA wal_checkpoint(TRUNCATE)", "reads rows"],
  ["VACUUM INTO '/tmp/epochal-must-not-be'", "reads rows"],
  ["BEGIN", "reads rows"],
  ["SELECT 1; DELETE FROM runs", "more than one statement"],
  ["SELECT load_extension('x')", "not authorized"],
  ["SELECT * FROM nobody", "no such table: nobody"],
  ["", "contains no statements"],
  ["SELEC 1", "syntax error"],
])("refuses %s, and nothing is changed", async (sql, says) => {
  const store = await opened();
  const before = readFileSync(store.location);
  const error = await store.readSql(sql).catch((it: unknown) => it);
  expect(error).toMatchObject({ code: "bad_sql" });
  expect(String(error)).toContain(says);
  expect(readFileSync(store.location).equals(before)).toBe(true);
});

it("ends a query that never ends, and one that wants too much", async () => {
  const store = await opened();
  const endless =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
  await expect(store.readSql(endless, { timeoutMs: 500 })).rejects.toThrow(
    "The SQL cannot be answered: it takes longer than 0.5 s, and was ended.",
  );
  const large =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT hex(zeroblob(4000000)) FROM n";
  await expect(store.readSql(large)).rejects.toThrow("the answer is longer than 64 MB");
});

it.each([
  [3, {}, "readSql: sql must be a string. Received: number"],
  ["SELECT 1", { maxRows: 0 }, "readSql: maxRows must be a whole number above 0. Received: 0"],
  ["SELECT 1", { timeoutMs: Number.NaN }, "readSql: timeoutMs must be"],
  ["SELECT 1", { limit: 3 }, "limit"],
])("refuses %j with %j", async (sql, options, says) => {
  const store = await opened();
  await expect(store.readSql(sql as string, options as object)).rejects.toThrow(says);
});
