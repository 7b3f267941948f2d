import { expect, it, onTestFinished } from "vitest";
import { openStore } from "../src/index.ts";
import { newPostgres, testServer } from "./new-postgres.ts";

const server = await testServer();
const url = newPostgres();

async function opened() {
  const store = await openStore(url);
  onTestFinished(() => store.close());
  return store;
}

it("answers plain SQL, and says where there was more", async () => {
  const store = await opened();
  expect(
    await store.readSql("SELECT 1 AS one, 'a' AS text, NULL AS nothing, 9007199254740993 AS large"),
  ).toEqual({
    columns: ["one", "text", "nothing", "large"],
    rows: [[1, "a", null, 9007199254740993n]],
    isCut: false,
  });
  const some = await store.readSql("SELECT n FROM generate_series(1, 5) AS n", { maxRows: 3 });
  expect(some).toEqual({ columns: ["n"], rows: [[1], [2], [3]], isCut: true });
  for (const sql of [
    "EXPLAIN SELECT 1 FROM runs",
    "VALUES (1)",
    "WITH a AS (SELECT 1) SELECT * FROM a",
    "TABLE clock",
  ])
    expect((await store.readSql(sql)).rows.length).toBeGreaterThan(0);
});

it.each([
  ["DELETE FROM runs", "syntax error"],
  ["WITH a AS (DELETE FROM runs RETURNING id) SELECT * FROM a", "must not contain data-modifying"],
  ["SELECT 1; DELETE FROM runs", "multiple commands"],
  ["EXPLAIN ANALYZE DELETE FROM runs", "read-only transaction"],
  ["SELECT nextval('runs_rowid_seq')", "read-only transaction"],
  ["SELECT set_config('transaction_read_only', 'off', false)", "read-write mode"],
  [
    "SELECT set_config('default_transaction_read_only', 'off', false), query_to_xml('DELETE FROM runs', true, true, '')",
    "read-only|non-volatile",
  ],
  ["SELECT pg_read_file('/etc/passwd')", "permission denied"],
  ["COPY runs TO PROGRAM 'cat'", "syntax error"],
  ["SELECT pg_sleep(100)", "takes longer than 0.5 s"],
  ["SELECT * FROM nobody", "does not exist"],
  ["", "syntax error"],
])("refuses %s", async (sql, says) => {
  const store = await opened();
  const error = await store.readSql(sql, { timeoutMs: 500 }).catch((it: unknown) => it);
  expect(error).toMatchObject({ code: "bad_sql" });
  expect(String(error)).toMatch(new RegExp(says));
});

it("answers nothing where the store's user is a superuser, who may do anything on the server", async () => {
  const boss = new URL(url);
  boss.username = `boss${process.pid}`;
  server.ask(`CREATE ROLE ${boss.username} SUPERUSER LOGIN PASSWORD '${boss.password}'`);
  const store = await openStore(boss.href);
  onTestFinished(() => store.close());
  await expect(store.readSql("SELECT 1")).rejects.toThrow("the store's user is a superuser");
});
