// Which partitions statements touch, as the server plans them.
import { encodeRecord, type JournalRecord } from "@epochal/record";
import { afterAll, expect, it, vi } from "vitest";
import { usualLease } from "../src/lease/lease.ts";
import { connect } from "../src/postgres/connect.ts";
import type { IoRequest } from "../src/postgres/connection/io-message.ts";
import { SyncConnection } from "../src/postgres/connection/sync-connection.ts";
import { PostgresSink } from "../src/postgres/sink/postgres-sink.ts";
import { storageOf } from "../src/postgres/storage-of.ts";
import { openQueries, type Queries } from "../src/sqlite/reads/open-queries.ts";
import { PatientWriter } from "../src/sqlite/writes/patient-writer.ts";
import { PruneSeries } from "../src/sqlite/writes/prune-series.ts";
import { PurgeRun } from "../src/sqlite/writes/purge-run.ts";
import { newPostgres, testServer } from "./new-postgres.ts";

await testServer();
const db = connect({ url: newPostgres(), busyTimeoutMs: 5_000 });
const asked: IoRequest[] = [];
const ask = SyncConnection.prototype.ask;
vi.spyOn(SyncConnection.prototype, "ask").mockImplementation(function (
  this: SyncConnection,
  request,
) {
  asked.push(request);
  return ask.call(this, request);
});
afterAll(() => db.close());

const parts = /\b(?:points|rollup|superseded)(?:_\d+)?\b/g;

/** What was asked of points since, and of how many partitions of each table that is. */
function planned(): { readonly statements: number; readonly most: number } {
  const all = asked.splice(0).filter(({ text }) => /\b(?:points|rollup|superseded)\b/.test(text));
  // Of statements that differ in nothing but their values one is enough.
  const distinct = new Map(all.map((request) => [request.text, request]));
  let most = 0;
  for (const { text, values } of distinct.values()) {
    // Of a statement that reads many series the server knows only when it does it which partitions it needs.
    const how = text.startsWith("SELECT") ? "(ANALYZE)" : "";
    const { rows } = ask.call(connectionOf(), {
      ...{ text: `EXPLAIN ${how} ${text}`, isInTransaction: false },
      ...(values && { values }),
    });
    const done = rows.map(([line]) => String(line)).filter((line) => !/never executed/.test(line));
    const plan = done.join("\n");
    const tables = new Map<string, Set<string>>();
    for (const [part] of plan.matchAll(/(?<= on )\w+/g)) {
      if (part.match(parts) === null || !/_\d+$/.test(part)) continue;
      const [table = ""] = part.split("_");
      tables.set(table, (tables.get(table) ?? new Set()).add(part));
    }
    for (const found of tables.values()) most = Math.max(most, found.size);
  }
  asked.length = 0;
  return { statements: all.length, most };
}

/** The connection that the last statement went through. */
let connection: SyncConnection | undefined;
function connectionOf(): SyncConnection {
  const spied = vi.mocked(SyncConnection.prototype.ask).mock.contexts.at(-1);
  connection = (spied as SyncConnection | undefined) ?? connection;
  if (connection === undefined) throw new Error("nothing was asked");
  return connection;
}

const start = { type: "run", at: 1, project: "p", config: { lr: 1 }, tags: [], notes: "" } as const;
const writer = { kind: "page" } as const;
const sink = new PostgresSink({ db, journal: "own", lease: usualLease, onSkipped: () => {} });
let sent = 0;
const send = (records: readonly JournalRecord[]) => {
  const lines = records.map((record) => encodeRecord(record).trimEnd());
  sent = sink.applyNow({ journal: "j", from: sent, lines });
};
const values = (run: string, from: number, to: number, segment = 0): JournalRecord[] =>
  Array.from({ length: to - from }, (_, i) => ({
    ...{ type: "values", run, at: from + i, step: from + i, epoch: (from + i) / 1_000, segment },
    values: { batch_loss: Math.sin(from + i), loss: from + i === 20 ? Number.NaN : 1 },
  }));
const runs = Array.from({ length: 6 }, (_, i) => `run ${i}`);

it("a flush of a run touches one partition of each table", () => {
  send(runs.map((run) => ({ ...start, run, writer })));
  for (const run of runs) send(values(run, 0, 200));
  planned();
  send(values("run 1", 200, 9_000));
  send(values("run 1", 9_000, 9_500));
  send(values("run 1", 100, 120));
  send([{ type: "resume", run: "run 1", at: 9_600, segment: 1, writer }]);
  send(values("run 1", 9_000, 9_400, 1));
  send(values("run 1", 8_990, 9_100, 0));
  send([
    {
      type: "event",
      run: "run 1",
      at: 1,
      event: { type: "weights_restored", epoch: 3, monitor: "loss" },
    },
    { type: "end", run: "run 1", at: 9_700, state: "finished" },
  ] as JournalRecord[]);
  const { statements, most } = planned();
  expect(statements).toBeGreaterThan(30);
  expect(most).toBe(1);
});

const journals = { sizes: () => new Map(), count: () => undefined };
/** With nothing kept of what was read before. */
const newQueries = () => openQueries({ db, silentMs: 1_000, journals, storageOf });

it("a read touches one partition of each table for each of its runs", () => {
  const queries = newQueries();
  const [a, b] = ["run 1", "run 2"] as const;
  const wanted = (...ids: string[]) =>
    ids.flatMap((run) => ["loss", "batch_loss"].map((key) => ({ run, key })));
  const reads: readonly [runs: readonly string[], read: () => unknown][] = [
    [[a], () => queries.readSeries({ run: a, key: "batch_loss" })],
    [[a], () => queries.readSeries({ run: a, key: "batch_loss", from: 50, to: 4_000, width: 100 })],
    [[a], () => queries.readSeries({ run: a, key: "loss", segment: 0 })],
    [[a], () => queries.readManySeries({ series: wanted(a) })],
    [[a, b], () => queries.readManySeries({ series: wanted(a, b), width: 400 })],
    [[a], () => queries.getRun(a, {})],
    [[a], () => queries.concludeRun(a)],
    [[a], () => queries.compareRuns(a, b)],
    [[a], () => queries.bands({ ids: [a], key: "loss", by: ["lr"] })],
    [runs, () => queries.bands({ key: "batch_loss", x: "time", by: ["lr"] })],
    [[a], () => queries.exportedPoints(queries.exportedHead(a).series[0]?.id ?? 0, 0, 0, 100)],
    [
      [a],
      () => queries.listRuns({ where: "best:loss > 0 or last:loss = NaN", order: "last:loss" }),
    ],
  ];
  let statements = 0;
  for (const [of, read] of reads) {
    asked.length = 0;
    read();
    const found = planned();
    statements += found.statements;
    expect(found.most, String(read)).toBeLessThanOrEqual(partitionsOf(of));
  }
  expect(statements).toBeGreaterThan(20);
});

/** In how many partitions the points of runs are. */
function partitionsOf(ids: readonly string[]): number {
  const count = db.prepare<[string], number>(
    "SELECT count(DISTINCT points.tableoid) FROM points JOIN runs ON runs.rowid = run_row WHERE runs.id IN (SELECT value FROM json_each(?))",
  );
  return count.pluck().get(JSON.stringify(ids)) ?? 0;
}

it("a page asks the server as often for many series as for a long and a short one", () => {
  const keys = ["loss", "batch_loss"];
  const count = (ids: readonly string[], read: (queries: Queries) => unknown) => {
    const queries = newQueries();
    queries.listRuns({ ids, with: { conclusions: true } });
    asked.length = 0;
    read(queries);
    return asked.length;
  };
  const reads: readonly ((queries: Queries, ids: readonly string[]) => unknown)[] = [
    (queries, ids) =>
      queries.readManySeries({
        series: ids.flatMap((run) => keys.map((key) => ({ run, key }))),
        ...{ from: 30, to: 9_300, width: 100 },
      }),
    (queries, ids) => queries.bands({ ids, key: "batch_loss", by: ["lr"], from: 0.1, to: 9 }),
    (queries, ids) => queries.bands({ ids, key: "batch_loss", x: "time", by: ["lr"] }),
    (queries, ids) => queries.listRuns({ ids, where: "best:loss > 0", with: { series: true } }),
    (queries, ids) => queries.facets({ ids, where: "last:batch_loss < 2" }),
  ];
  for (const read of reads) {
    const few = ["run 1", "run 2"];
    const [some, all] = [few, runs].map((ids) => count(ids, (queries) => read(queries, ids)));
    expect(all, String(read)).toBe(some);
    expect(all).toBeGreaterThan(2);
  }
});

it("what thins out and removes a run touches one partition of each table", async () => {
  const writing = new PatientWriter(db);
  asked.length = 0;
  const prune = new PruneSeries(writing);
  db.prepare("UPDATE series SET per = 'batch'").run();
  await prune.run({ id: "run 1", segment: 1, width: 16, by: "test", dryRun: false });
  db.prepare("UPDATE runs SET deleted_ms = 1 WHERE id = 'run 1'").run();
  await new PurgeRun(writing).run("run 1", () => {});
  const { statements, most } = planned();
  expect(statements).toBeGreaterThan(10);
  expect(most).toBe(1);
  const left = (table: string) =>
    db.prepare<[], number>(`SELECT count(DISTINCT run_row) FROM ${table}`).pluck().get();
  expect([left("points"), left("rollup"), left("superseded")]).toEqual([5, 0, 0]);
});
