import type { Database } from "better-sqlite3";
import { expect } from "vitest";
import { levelWidth } from "../src/sqlite/rollup/rollup-levels.ts";
import { bruteBuckets, type ModelPoint } from "./brute-force.ts";

export interface World {
  readonly db: Database;
  readonly points: Map<number, ModelPoint>;
  direction: "max" | "min" | null;
  restored: number | null;
}

/** Expects the summary and the buckets of the only series to be what all points together say. */
export function compareWithPoints({ db, points, direction, restored }: World): void {
  const s = db.prepare("SELECT * FROM series").get() as Record<string, number | null>;
  const [all] = bruteBuckets(points, Number.MAX_SAFE_INTEGER).values();
  const steps = [...points.keys()].sort((a, b) => a - b);
  const [first, last] = [steps[0] ?? -1, steps.at(-1) ?? -1];
  const sqlValue = (step: number | null | undefined) => {
    const value = points.get(step ?? -1)?.value;
    return value === undefined || Number.isNaN(value) ? null : value;
  };
  const best = direction === null ? null : direction === "max" ? "max" : "min";
  const keptStep = steps.findLast((step) => {
    const at = points.get(step)?.epoch ?? step;
    return restored !== null && at >= restored && at < restored + 1;
  });
  expect(s).toMatchObject({
    n: points.size,
    bad: all?.bad,
    bad_step: all?.badStep,
    bad_value: sqlValue(all?.badStep),
    first_step: first,
    first_epoch: points.get(first)?.epoch,
    first_value: sqlValue(first),
    last_step: last,
    last_epoch: points.get(last)?.epoch,
    last_value: sqlValue(last),
    last_ms: points.get(last)?.wallMs,
    min_value: all?.min,
    min_step: all?.minStep,
    min_epoch: all?.minEpoch,
    max_value: all?.max,
    max_step: all?.maxStep,
    max_epoch: all?.maxEpoch,
    best_value: best === null ? null : all?.[best],
    best_step: best === null ? null : all?.[`${best}Step`],
    best_epoch: best === null ? null : all?.[`${best}Epoch`],
    kept_step: keptStep ?? null,
    kept_value: sqlValue(keptStep),
  });
  for (let level = 0; level < (s.rolled ?? 0); level++) {
    const rows = db
      .prepare(
        `SELECT bucket, n, bad, bad_step, epoch, wall_ms, min, min_step, min_epoch, min_ms, max, max_step, max_epoch, max_ms
          FROM rollup WHERE level = ? ORDER BY bucket`,
      )
      .raw()
      .all(level);
    const brute = [...bruteBuckets(points, levelWidth(level))].map(([bucket, b]) => [
      ...[bucket, b.n, b.bad, b.badStep, b.epoch, b.wallMs],
      ...[b.min, b.minStep, b.minEpoch, b.minMs],
      ...[b.max, b.maxStep, b.maxEpoch, b.maxMs],
    ]);
    // As text first: comparing thousands of rows one by one takes seconds.
    if (JSON.stringify(rows) !== JSON.stringify(brute)) expect(rows).toEqual(brute);
  }
}
