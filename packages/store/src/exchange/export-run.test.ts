import path from "node:path";
import { encodeRecord, type JournalRecord } from "@epochal/record";
import { newSeed, seededRandom } from "@epochal/testing/random";
import { expect, it, onTestFinished } from "vitest";
import { tempFolder } from "../../test/temp-folder.ts";
import { openStore } from "../index.ts";
import { usualLease } from "../lease/lease.ts";
import { Problems } from "../problems.ts";
import { connect } from "../sqlite/connect.ts";
import { SqliteSink } from "../sqlite/sink/sqlite-sink.ts";
import type { Store } from "../store.ts";

const seed = newSeed();
const random = seededRandom(seed);

async function opened(location: string): Promise<Store> {
  const store = await openStore(location);
  onTestFinished(() => store.close());
  return store;
}

async function exported(store: Store, id: string, options = {}): Promise<JournalRecord[]> {
  const records: JournalRecord[] = [];
  for await (const record of store.exportRun(id, options)) records.push(record);
  return records;
}

/** A store that has folded these records, and nothing else. */
async function imported(records: readonly JournalRecord[]): Promise<Store> {
  const database = path.join(tempFolder(), "runs.db");
  const problems = new Problems(() => {});
  const skipped: string[] = [];
  const sink = new SqliteSink({
    db: connect({ database, busyTimeoutMs: 1_000 }),
    journal: "none",
    lease: usualLease,
    problems,
    onSkipped: (_, reason) => skipped.push(reason),
  });
  await sink.apply({
    journal: "j.0",
    from: 0,
    lines: records.map((it) => encodeRecord(it).trimEnd()),
  });
  sink.close();
  expect(skipped).toEqual([]);
  return opened(database);
}

/** A run of several segments, some of whose steps were gone through again. */
async function resumedRun(store: Store): Promise<string> {
  const run = await store.startRun({
    project: "birds",
    config: { lr: Number.POSITIVE_INFINITY, deep: { units: [1, 2] } },
    tags: ["a"],
    notes: "b\nc",
  });
  let [segment, step] = [run, 0];
  for (let n = 0; n < 3; n++) {
    for (let end = step + 2_000 + random() * 500; step < end; step++) {
      const epoch = Math.floor(step / 50);
      if (random() < 0.9)
        segment.log({ loss: random() < 0.05 ? Number.NaN : random() }, { step, epoch });
      if (random() < 0.1)
        segment.log({ val_auc: random(), 'odd key, "\n': -Infinity }, { step, epoch });
    }
    segment.event({ type: "note", text: "n", by: "me" });
    await segment.finish(n === 1 ? { state: "failed", reason: "it broke" } : {});
    if (n === 2) break;
    segment = await store.resumeRun(run.id);
    step -= Math.floor(random() * 300);
  }
  return run.id;
}

it(`what is exported can be folded again, and nothing differs (seed ${seed})`, async () => {
  const store = await opened(path.join(tempFolder(), "runs.db"));
  const id = await resumedRun(store);
  const again = await imported(await exported(store, id));
  const before = await store.getRun(id);
  const after = await again.getRun(id);
  expect(after.series).toEqual(before.series);
  expect(after.events.map(({ event }) => event.type).sort()).toEqual(
    before.events.map(({ event }) => event.type).sort(),
  );
  for (const field of [
    "name",
    "config",
    "tags",
    "notes",
    "startedAt",
    "resumed",
    "endedAt",
  ] as const)
    expect(after[field]).toEqual(before[field]);
  expect(after.segments.map(({ status, startedAt }) => [status.state, startedAt])).toEqual(
    before.segments.map(({ status, startedAt }) => [status.state, startedAt]),
  );
  for (const { key } of before.series)
    for (const segment of [undefined, 0, 1]) {
      const query = { run: id, key, width: 100_000, ...(segment !== undefined && { segment }) };
      expect(await again.readSeries(query)).toEqual(await store.readSeries(query));
    }
});

it("without superseded values every step of a series comes once, as the run went on", async () => {
  const store = await opened(path.join(tempFolder(), "runs.db"));
  const id = await resumedRun(store);
  const values = (await exported(store, id, { superseded: false })).flatMap((record) =>
    record.type === "values" && "loss" in record.values ? [record] : [],
  );
  const { step } = await store.readSeries({ run: id, key: "loss", width: 100_000 });
  expect(values.filter((it) => typeof it.values.loss === "number").map((it) => it.step)).toEqual([
    ...step,
  ]);
  expect(values.map((it) => it.step)).toEqual([...new Set(values.map((it) => it.step))]);
});

it("a run that is not there cannot be exported", async () => {
  const store = await opened(path.join(tempFolder(), "runs.db"));
  await expect(exported(store, "nobody")).rejects.toMatchObject({ code: "run_not_found" });
  await expect(exported(store, 3 as never)).rejects.toThrow("exportRun: id must be a string");
});
