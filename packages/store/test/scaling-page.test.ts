// What docs/scaling.md says: the statements for Citus, with Citus' two functions standing in, and which suites ran where.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { openStore } from "../src/index.ts";
import { connect } from "../src/postgres/connect.ts";
import { newPostgres, testServer } from "./new-postgres.ts";

await testServer();

const page = readFileSync(new URL("../docs/scaling.md", import.meta.url), "utf8");

it("names every suite of the contracts once, and the files that run it", () => {
  const [, table = ""] = /^\| suites [^\n]*\n(.*?)\n\n/ms.exec(page) ?? [];
  const rows = table.split("\n").slice(1);
  const codes = (cell = "") => [...cell.matchAll(/`([\w-]+)`/g)].map(([, code = ""]) => code);
  const cells = rows.map((row) => row.split("|").slice(1).map(codes));
  const suites = readdirSync(new URL("contract/", import.meta.url))
    .filter((file) => file.endsWith("-contract.ts"))
    .map((file) => file.replace("-contract.ts", ""));
  expect(cells.flatMap(([named = []]) => named).sort()).toEqual(suites.sort());
  for (const [named = [], ...ran] of cells) {
    for (const file of ran.flat()) {
      const test = readFileSync(new URL(`${file}.test.ts`, import.meta.url), "utf8");
      const contract = named.includes("sink") ? "sinkContract(" : "storeContract(";
      expect(test, file).toContain(contract);
    }
  }
  const all = readFileSync(new URL("store-contract.ts", import.meta.url), "utf8");
  for (const suite of suites.filter((each) => each !== "sink")) {
    expect(all).toContain(`./contract/${suite}-contract.ts`);
  }
});

it("leaves tables on which a store works, every one of them told to Citus", async () => {
  const url = newPostgres();
  const db = connect({ url, busyTimeoutMs: 5_000 });
  const [, ddl = ""] = /```sql\n(.*?)```/s.exec(page) ?? [];
  db.exec(`CREATE TABLE told (name text, by text);
    CREATE FUNCTION create_reference_table(name text) RETURNS void LANGUAGE sql AS $$
      INSERT INTO epochal.told SELECT CAST(CAST(name AS regclass) AS text), NULL $$;
    CREATE FUNCTION create_distributed_table(name text, by text, colocate_with text DEFAULT NULL) RETURNS void LANGUAGE sql AS $$
      INSERT INTO epochal.told SELECT CAST(CAST(name AS regclass) AS text), by $$`);
  db.exec(ddl);
  const real = db
    .prepare<[], string>(
      `SELECT relname FROM pg_class WHERE relnamespace = 'epochal'::regnamespace AND relkind IN ('r', 'p') AND relname <> 'told' ORDER BY 1`,
    )
    .pluck()
    .all();
  const told = db.prepare<[], string>("SELECT name FROM told ORDER BY 1").pluck().all();
  expect(told.sort()).toEqual(real.sort());
  db.close();
  const store = await openStore(url);
  const run = await store.startRun({ project: "birds", record: false });
  for (let step = 0; step < 9_000; step++) run.log({ loss: step }, { step });
  await run.finish();
  expect((await store.readSeries({ run: run.id, key: "loss", width: 100 })).total).toBe(9_000);
  expect((await store.readSql("SELECT count(*) FROM metrics")).rows).toEqual([[9_000]]);
  await store.deleteRuns([run.id]);
  expect(await store.purge({ ids: [run.id] })).toMatchObject({ runs: 1, points: 9_000 });
  await store.close();
});
