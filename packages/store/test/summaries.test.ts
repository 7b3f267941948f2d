import path from "node:path";
import type { JournalRecord } from "@epochal/record";
import { someOf } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import { describe, expect, it } from "vitest";
import { thisProcess } from "../src/lease/this-process.ts";
import { connect } from "../src/sqlite/connect.ts";
import { ReadSeries } from "../src/sqlite/reads/read-series.ts";
import { ApplyRecords } from "../src/sqlite/writes/apply-records.ts";
import { bruteBuckets } from "./brute-force.ts";
import { compareWithPoints, type World } from "./compare-with-points.ts";
import { tempFolder } from "./temp-folder.ts";

const run = "r";

/** A chart of a random range, beside the points of that range. */
function compareChart({ db, points }: World, random: () => number): void {
  const highest = Math.max(...points.keys());
  const [a, b] = [random() * highest, random() * highest].map(Math.floor) as [number, number];
  const [from, to] = a < b ? [a, b] : [b, a];
  const width = 1 + Math.floor(random() * 300);
  const chart = new ReadSeries(db).run({ run, key: "loss", from, to, width });
  const inside = new Map([...points].filter(([step]) => step >= from && step <= to));
  expect(chart.total).toBe(inside.size);
  expect(chart.step.length + chart.nonFinite.step.length).toBeLessThanOrEqual(6 * width + 6);
  const [all] = bruteBuckets(inside, Number.MAX_SAFE_INTEGER).values();
  expect(chart.nonFinite.total).toBe(all?.bad ?? 0);
  if (all !== undefined && all.min !== null && all.max !== null) {
    expect(chart.value).toContain(all.min);
    expect(chart.value).toContain(all.max);
  }
  const steps = [...chart.step];
  expect(steps).toEqual([...new Set(steps)].sort((one, two) => one - two));
  const truth = steps.map((step) => inside.get(step));
  expect([...chart.value]).toEqual(truth.map((point) => point?.value));
  expect([...chart.epoch]).toEqual(truth.map((point) => point?.epoch ?? Number.NaN));
  expect([...chart.wallTime]).toEqual(truth.map((point) => point?.wallMs));
}

describe("summaries and buckets", () => {
  // The third one is sparse.
  const some = someOf([1, 2, 3, 4], newSeed(), (seed) => [seed === 3]);
  it.each(some)("are what all points together say (seed %i)", (seed) => {
    const random = seededRandom(seed);
    const upTo = (n: number) => Math.floor(random() * n);
    const db = connect({ database: path.join(tempFolder(), "runs.db"), busyTimeoutMs: 1000 });
    const apply = new ApplyRecords(db);
    const world: World = { db, points: new Map(), direction: "min", restored: null };
    const tell = (records: JournalRecord[]) =>
      db
        .transaction(() => apply.apply(records, (reason) => expect(reason).toBe("nothing")))
        .immediate();
    tell([
      {
        type: "run",
        run,
        at: 1,
        project: "p",
        config: {},
        tags: [],
        notes: "",
        writer: thisProcess(),
      },
    ]);
    const sparse = 1 + upTo(seed === 3 ? 50 : 3);
    let next = 0;
    for (let flush = 0; flush < 40; flush++) {
      const records: JournalRecord[] = [];
      const isLate = world.points.size > 0 && random() < 0.4;
      for (let i = 1 + upTo(random() < 0.5 ? 2500 : 40); i > 0; i--) {
        const step = isLate ? upTo(next + 5) : next;
        next = Math.max(next, step + 1 + upTo(sparse));
        const dice = random();
        const value =
          dice < 0.02
            ? Number.NaN
            : dice < 0.03
              ? 1 / 0
              : dice < 0.04
                ? -1 / 0
                : upTo(2000) / 100 - 10;
        const epoch = random() < 0.1 ? null : step / 50;
        const wallMs = 1e12 + flush * 100_000 + i;
        const json = Number.isFinite(value) ? value : (String(value) as "NaN");
        world.points.set(step, { epoch, wallMs, value });
        records.push({
          ...{ type: "values", run, at: wallMs, step, values: { loss: json } },
          ...(epoch !== null && { epoch }),
        });
      }
      if (random() < 0.1) {
        world.direction = ([null, "max", "min"] as const)[upTo(3)] ?? null;
        const direction = world.direction === null ? {} : { direction: world.direction };
        const loss = {
          metric: "loss",
          split: "train",
          kind: "loss",
          per: "epoch",
          ...direction,
        } as const;
        records.splice(upTo(records.length), 0, { type: "series", run, at: 1, series: { loss } });
      }
      if (random() < 0.05) {
        world.restored = upTo(next / 50 + 2);
        const event = {
          type: "weights_restored",
          epoch: world.restored,
          monitor: "loss",
          value: 0,
        } as const;
        records.splice(upTo(records.length), 0, { type: "event", run, at: 1, event });
      }
      tell(records);
      compareWithPoints(world);
      for (let i = 0; i < 3; i++) compareChart(world, random);
    }
    expect(db.prepare("SELECT rolled FROM series").pluck().get()).toBeGreaterThan(0);
    expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
    db.close();
  });
});
