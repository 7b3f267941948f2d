import path from "node:path";
import type { JournalRecord } from "@epochal/record";
import { whole } from "@epochal/testing/full";
import { seededRandom } from "@epochal/testing/random";
import type { Database } from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { thisProcess } from "../src/lease/this-process.ts";
import { connect } from "../src/sqlite/connect.ts";
import { ApplyRecords } from "../src/sqlite/writes/apply-records.ts";
import { compareWithPoints } from "./compare-with-points.ts";
import { SeriesModel } from "./series-model.ts";
import { tempFolder } from "./temp-folder.ts";

const run = "r";

function setup(): { readonly db: Database; tell(...records: JournalRecord[]): void } {
  const db = connect({ database: path.join(tempFolder(), "runs.db"), busyTimeoutMs: 1000 });
  onTestFinished(() => {
    db.close();
  });
  const apply = new ApplyRecords(db);
  const tell = (...records: JournalRecord[]) => {
    db.transaction(() => apply.apply(records, (why) => expect(why).toBe("nothing"))).immediate();
  };
  const at = 1;
  tell({
    ...{ type: "run", run, at, project: "p", config: {} },
    ...{ tags: [], notes: "", writer: thisProcess() },
  });
  tell({
    ...{ type: "series", run, at },
    series: {
      loss: { metric: "loss", split: "train", kind: "loss", direction: "min", per: "batch" },
    },
  });
  return { db, tell };
}

function values(step: number, loss = Math.sin(step), segment = 0, at = 1): JournalRecord {
  return {
    ...{ type: "values", run, at, step, epoch: step / 50, values: { loss } },
    ...(segment > 0 && { segment }),
  };
}

const seeds = Array.from({ length: whole(40) }, (_, i) => i + 1);
it.each(seeds)("steps in any order give the same points, buckets and summary (seed %i)", (seed) => {
  const { db, tell } = setup();
  const random = seededRandom(seed);
  const upTo = (n: number) => Math.floor(random() * n);
  const model = new SeriesModel();
  const sparse = 1 + upTo(3) * upTo(40);
  let next = 0;
  let at = 1;
  const log = (step: number, segment = model.segment): JournalRecord => {
    at++;
    const value = upTo(2000) / 100 - 10;
    model.log(step, value, segment, at);
    next = Math.max(next, step + 1);
    return values(step, value, segment, at);
  };
  const some = (most: number, one: () => JournalRecord) =>
    Array.from({ length: 1 + upTo(most) }, one);
  const append = () => log(next + upTo(sparse));
  // Long enough for buckets.
  tell(...Array.from({ length: 8_100 }, append));
  const late = () => log(upTo(next));
  const patterns: (() => JournalRecord[])[] = [
    () => some(50, append),
    () => some(5, late),
    () => [...some(20, append), late(), ...some(3, append)],
    () => [late(), append()],
    () => some(10, () => (random() < 0.5 ? append() : late())),
    () => {
      const first = upTo(next);
      const length = upTo(300);
      return Array.from({ length }, (_, i) => log(first + i));
    },
    // Goes on from somewhere before the end; then from an even earlier step of the same segment.
    () => [log(next - upTo(Math.min(next, 2_000)), model.segment + 1)],
    () => [log(next - upTo(Math.min(next, 4_000)))],
    // The last lines of a process that was thought to be dead.
    () => some(20, () => log(upTo(next + 10), upTo(model.segment + 1))),
    // So far ahead that there are more levels.
    () => (random() < 0.1 ? [log(next * 8), late()] : [append()]),
  ];
  for (let flush = 0; flush < 24; flush++) {
    tell(...(patterns[upTo(patterns.length)]?.() ?? []));
    if (flush % 4 !== 3) continue;
    compareWithPoints({ db, points: model.points, direction: "min", restored: null });
    expect(db.prepare("SELECT step, value FROM points ORDER BY step").raw().all()).toEqual(
      [...model.points].map(([step, { value }]) => [step, value]).sort(byStep),
    );
    expect(
      new Map(
        db
          .prepare<[], [string, number]>("SELECT segment || ' ' || step, value FROM superseded")
          .raw()
          .all(),
      ),
    ).toEqual(model.aside);
  }
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
});

function byStep([a = 0]: number[], [b = 0]: number[]): number {
  return a - b;
}

it("a batch with late steps touches as many rows of a long series as of a short one", () => {
  const batches: ((last: number) => JournalRecord[])[] = [
    (last) => [values(5), values(last)],
    (last) => [values(last + 1), values(6), values(last + 2)],
    (last) => [values(5), values(last - 1)],
    (last) => Array.from({ length: 10 }, (_, i) => values(Math.floor((i * last) / 10))),
    (last) => [values(last + 2, 1, 1), values(5), values(last + 3, 1, 1)],
  ];
  /** How many rows each batch writes and removes: what lies between would be among them. */
  const changesOf = (length: number) => {
    const { db, tell } = setup();
    tell(...Array.from({ length }, (_, i) => values(i)));
    const total = db.prepare<[], number>("SELECT total_changes()").pluck();
    return batches.map((batch) => {
      const before = total.get() ?? 0;
      tell(...batch(length));
      return (total.get() ?? 0) - before;
    });
  };
  const few = changesOf(9_000);
  const many = changesOf(60_000);
  // A row is removed and put on each level, and a long series has one level more.
  for (const [i, batch] of batches.entries()) {
    expect(many[i]).toBeLessThanOrEqual((few[i] ?? 0) + 2 * batch(60_000).length);
  }
});
