// Which partitions statements touch, as the server plans them.
import { encodeRecord, type JournalRecord } from "@epochal/record";
import { afterAll, expect, it, vi } from "vitest";
import { usualLease } from "../src/lease/lease.ts";
import { connect } from "../src/postgres/connect.ts";
import type { IoRequest } from "../src/postgres/connection/io-message.ts";
import { SyncConnection } from "../src/postgres/connection/sync-connection.ts";
import { PostgresSink } from "../src/postgres/sink/postgres-sink.ts";
import { storageOf } from "../src/postgres/storage-of.ts";
import { openQueries } from "../src/sqlite/reads/open-queries.ts";
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
    const { rows } = ask.call(connectionOf(), {
      ...{ text: `EXPLAIN ${text}`, isInTransaction: false },
      ...(values && { values }),
    });
    const plan = rows.map(([line]) => String(line)).join("\n");
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

it("a read of a run touches one partition of each table", () => {
  const journals = { sizes: () => new Map(), count: () => undefined };
  const queries = openQueries({ db, silentMs: 1_000, journals, storageOf });
  const [a, b] = ["run 1", "run 2"] as const;
  const reads: (() => unknown)[] = [
    () => queries.readSeries({ run: a, key: "batch_loss" }),
    () => queries.readSeries({ run: a, key: "batch_loss", from: 50, to: 4_000, width: 100 }),
    () => queries.readSeries({ run: a, key: "loss", segment: 0 }),
    () =>
      queries.readManySeries({
        series: [
          { run: a, key: "loss" },
          { run: b, key: "loss" },
        ],
      }),
    () => queries.getRun(a, {}),
    () => queries.concludeRun(a),
    () => queries.compareRuns(a, b),
    () => queries.bands({ key: "loss", by: ["lr"] }),
    () => queries.bands({ key: "batch_loss", x: "time", by: ["lr"] }),
    () => queries.exported.points(queries.exported.head(a).series[0]?.id ?? 0, 0, 0, 100),
    () => queries.listRuns({ where: "best:loss > 0 or last:loss = NaN", order: "last:loss" }),
  ];
  let statements = 0;
  for (const read of reads) {
    asked.length = 0;
    read();
    const found = planned();
    statements += found.statements;
    expect(found.most, String(read)).toBeLessThanOrEqual(1);
  }
  expect(statements).toBeGreaterThan(20);
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
