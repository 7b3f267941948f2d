import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { JournalRecord } from "@epochal/record";
import { whole } from "@epochal/testing/full";
import { seededRandom } from "@epochal/testing/random";
import type { Database } from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Band, BandsQuery } from "../src/bands/bands.ts";
import { thisProcess } from "../src/lease/this-process.ts";
import { connect } from "../src/sqlite/connect.ts";
import { ReadBands } from "../src/sqlite/reads/read-bands.ts";
import { RunStates } from "../src/sqlite/reads/run-states.ts";
import { ApplyRecords } from "../src/sqlite/writes/apply-records.ts";
import { bandByHand, type Row } from "./bands-by-hand.ts";
import { matchingOf } from "./matching-of.ts";
import { type ModelRun, writeRuns } from "./write-runs.ts";

let folder: string;
let db: Database;
let bands: ReadBands;
let apply: ApplyRecords;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "epochal-bands-"));
  db = connect({ database: path.join(folder, "runs.db"), busyTimeoutMs: 1000 });
  bands = new ReadBands(db, matchingOf(db, new RunStates(db, 60_000)));
  apply = new ApplyRecords(db);
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

function tell(records: readonly JournalRecord[]): void {
  db.transaction(() => apply.apply(records, (why) => expect(why).toBe("nothing"))).immediate();
}

function expectBand(band: Band | undefined, rows: readonly Row[]): void {
  expect([...(band?.x ?? [])]).toEqual(rows.map(({ x }) => x));
  expect([...(band?.n ?? [])]).toEqual(rows.map(({ n }) => n));
  expect([...(band?.nonFinite ?? [])]).toEqual(rows.map(({ bad }) => bad));
  const wrong = rows.flatMap((row, i) => {
    // NaN where a band has no width.
    const width = Math.abs(row.high - row.low) || 0;
    const room = 1e-12 + 1e-12 * Math.abs(row.center) + 1e-6 * width;
    return (["center", "low", "high"] as const).flatMap((column) => {
      const value = band?.[column][i] ?? 0;
      const isNear = Object.is(value, row[column]) || Math.abs(value - row[column]) <= room;
      return isNear ? [] : [`${column} at ${row.x} is ${value}, and must be ${row[column]}`];
    });
  });
  expect(wrong).toEqual([]);
}

const seeds = Array.from({ length: whole(600) }, (_, i) => i + 1);
it.each(seeds)("bands are what looking at every value gives (seed %i)", (seed) => {
  // Neighbouring seeds begin alike.
  const random = seededRandom(Math.imul(seed, 2_654_435_761));
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const runs = writeRuns(`p${seed}`, random, tell);
  for (let ask = 0; ask < 6; ask++) {
    const center = pick(["mean", "median"] as const);
    const x = pick(["epoch", "step", "time"] as const);
    const query: BandsQuery = {
      ...{ key: "loss", project: `p${seed}`, center, x },
      spread:
        center === "median"
          ? pick(["quartiles", "range"])
          : pick(["sd", "se", "interval", "quartiles", "range"]),
      points: pick([2, 3, 7, 20, 500]),
      by: pick(["config", "tags", "model.units", []]),
      ...(random() < 0.3 && { tags: true }),
      ...(random() < 0.4 && stretchOf(runs, random, x)),
    };
    if (query.by === "model.units" && runs.every(({ units }) => units === undefined)) continue;
    const { groups, without } = bands.run(query);
    expect(without).toEqual([]);
    const wanted = groupByHand(runs, query);
    expect(groups.map((group) => [...group.runs].sort())).toEqual(
      wanted.map((group) => group.map(({ id }) => id)),
    );
    for (const [g, members] of wanted.entries())
      expectBand(groups[g], bandByHand(members, runs, query));
  }
});

/** From one value of any run to another, or a little beyond, or only one end. */
function stretchOf(runs: readonly ModelRun[], random: () => number, x: BandsQuery["x"]) {
  const all = runs.flatMap(({ points }) => points);
  const place = () => {
    const { step = 0, epoch = 0, at = 0 } = all[Math.floor(random() * all.length)] ?? {};
    const shift = random() < 0.5 ? 0 : (random() - 0.5) * (x === "time" ? 1000 : 4);
    return { step, epoch, time: at }[x ?? "epoch"] + shift;
  };
  const [from = 0, to = 0] = [place(), place()].sort((a, b) => a - b);
  return { ...(random() < 0.8 && { from }), ...(random() < 0.8 && { to }) };
}

function groupByHand(
  runs: readonly ModelRun[],
  { by, tags: areParted }: Pick<BandsQuery, "by" | "tags">,
): ModelRun[][] {
  const isOne = by === "tags" || Array.isArray(by);
  const byUnits = isOne
    ? [runs]
    : [8, 16, "8", undefined].map((units) => runs.filter((run) => run.units === units));
  const groups = byUnits.flatMap((members) =>
    by === "tags" || areParted
      ? [
          ...["a", "b"].map((tag) => members.filter(({ tags }) => tags.includes(tag))),
          members.filter(({ tags }) => tags.length === 0),
        ]
      : [[...members]],
  );
  return groups.filter(({ length }) => length > 0);
}

it.each(["step", "epoch", "time"] as const)(
  "long series are read in stretches, by %s, and closer where zoomed",
  (x) => {
    const lengths = [20_000, 9_000, 100];
    for (const [r, n] of lengths.entries()) {
      const run = `${x} ${r}`;
      tell([
        {
          type: "run",
          run,
          at: 0,
          project: x,
          config: {},
          tags: [],
          notes: "",
          writer: thisProcess(),
        },
      ]);
      tell(
        Array.from({ length: n }, (_, step) => ({
          ...({ type: "values", run, at: step * 3, step, epoch: step / 100 } as const),
          values: { loss: step % 1_000 === 7 ? ("NaN" as const) : 1e8 + step + r },
        })),
      );
    }
    const { groups, width } = bands.run({ key: "loss", project: x, x, points: 100 });
    const [band] = groups;
    expect(band?.x.length).toBeGreaterThan(50);
    expect(band?.x.length).toBeLessThanOrEqual(100);
    const perStep = { step: 1, epoch: 100, time: 1 / 3 }[x];
    for (const [i, place] of (band?.x ?? []).entries()) {
      const from = Math.round(place * perStep);
      const to = x === "time" ? from + 1 : from + (width ?? 0) * perStep;
      const n = lengths.filter((length) => from < length - 1).length;
      const center = band?.center[i] ?? 0;
      if (x === "step") {
        const means = lengths.flatMap((length, r) => {
          const steps = Array.from(
            { length: Math.min(to, length) - from },
            (_, s) => from + s,
          ).filter((step) => step % 1_000 !== 7);
          return steps.length <= 0
            ? []
            : [steps.reduce((sum, step) => sum + step + r, 0) / steps.length];
        });
        expect(band?.n[i]).toBe(means.length);
        expect(center - 1e8).toBeCloseTo(
          means.reduce((sum, mean) => sum + mean, 0) / means.length,
          4,
        );
      } else if (from > 300) {
        // A stretch stands where its last point does.
        if (from < 8_000 || (from > 9_300 && from < 19_000)) expect(band?.n[i]).toBe(n);
        expect(center - 1e8).toBeGreaterThan(from - 400);
        expect(center - 1e8).toBeLessThan(to + 400);
      }
    }
    const bad = [...(band?.nonFinite ?? [])].reduce((sum, count) => sum + count, 0);
    if (x !== "time") expect(bad).toBe(20 + 9 + 1);

    // So few steps that every value counts: from the 8,900th to the 9,050th of the two long ones.
    const near = bands.run({
      ...{ key: "loss", project: x, x, points: 200 },
      ...{ from: 8_900 / perStep, to: 9_050 / perStep },
    });
    const [close] = near.groups;
    const steps = Array.from(close?.x ?? [], (place) =>
      x === "time" ? place * perStep : Math.round(place * perStep),
    );
    expect(steps[0]).toBeCloseTo(8_900, 6);
    expect(steps.at(-1)).toBeCloseTo(9_050, 6);
    for (const [i, step] of steps.entries()) {
      const n = step <= 8_999 ? 2 : 1;
      // The 7th of each thousand is not finite.
      if (x === "time" && Math.abs(step - 9_007) <= 1) continue;
      expect(close?.n[i], `at ${step}`).toBe(step === 9_007 ? 0 : n);
      if (step !== 9_007) expect((close?.center[i] ?? 0) - 1e8).toBeCloseTo(step + (n - 1) / 2, 5);
    }
  },
);
