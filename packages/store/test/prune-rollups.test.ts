import path from "node:path";
import { newSeed, seededRandom } from "@epochal/testing/random";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openStore } from "../src/index.ts";
import { levelWidth } from "../src/sqlite/rollup/rollup-levels.ts";
import { bruteBuckets, type ModelPoint } from "./brute-force.ts";
import { expectRollups } from "./expect-rollups.ts";
import { tempFolder } from "./temp-folder.ts";

const seed = newSeed();
const random = seededRandom(seed);

function pointsOf(db: Database.Database): Map<number, ModelPoint> {
  const rows = db
    .prepare<[], [number, number | null, number, number | null]>(
      "SELECT step, epoch, wall_ms, value FROM points ORDER BY step",
    )
    .raw()
    .all();
  return new Map(
    rows.map(([step, epoch, wallMs, value]) => [
      step,
      { epoch, wallMs, value: value ?? Number.NaN },
    ]),
  );
}

/** Of each stretch the lowest and the highest value with their places, by looking at every point. */
function extremesOf(points: ReadonlyMap<number, ModelPoint>, width: number) {
  return [...bruteBuckets(points, width)].map(([bucket, b]) => [
    ...[bucket, b.min, b.minStep, b.minEpoch, b.minMs, b.max, b.maxStep, b.maxEpoch, b.maxMs],
    b.badStep,
  ]);
}

it.each([2, 16, 50, 1_024])(
  `keeps the extremes of every stretch that is wide enough where it keeps every %i (seed ${seed})`,
  async (keepEvery) => {
    const location = path.join(tempFolder(), "runs.db");
    const store = await openStore(location);
    const run = await store.startRun({ project: "birds", record: false });
    const batches = 100 + Math.floor(random() * 1_000);
    for (let step = 0; step < 24_000; step++) {
      // Some steps are missing, and some values are no numbers or equal to others.
      if (random() < 0.1) continue;
      const odd = random() < 0.01 ? [Number.NaN, Infinity, -Infinity][step % 3] : undefined;
      const value = odd ?? Math.round(random() * 1_000) / 100;
      run.log({ batch_loss: value }, { step, epoch: (step + 1) / batches });
    }
    await run.finish();
    const db = new Database(location, { readonly: true });
    const before = pointsOf(db);
    const { removed, kept } = await store.prune({ ids: [run.id], keepEvery });
    const after = pointsOf(db);
    expect([after.size, before.size]).toEqual([kept, kept + removed]);
    expect(removed).toBeGreaterThan(before.size / 2);
    for (const [step, point] of after) expect(point).toEqual(before.get(step));
    for (let level = 0; level < 7; level++) {
      if (levelWidth(level) < keepEvery) continue;
      expect(extremesOf(after, levelWidth(level))).toEqual(extremesOf(before, levelWidth(level)));
    }
    // The last batch before an epoch begins, which whoever resumes looks for.
    for (const [step, { epoch }] of before) {
      if (Number.isInteger(epoch)) expect(after.has(step)).toBe(true);
    }
    expectRollups(db);
    expect(db.prepare("SELECT pruned FROM series").pluck().get()).toBe(removed);
    db.close();
    await store.close();
  },
);
