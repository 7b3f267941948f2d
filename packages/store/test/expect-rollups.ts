import type { Database } from "better-sqlite3";
import { expect } from "vitest";
import { levelWidth } from "../src/sqlite/rollup/rollup-levels.ts";
import { bruteBuckets, type ModelPoint } from "./brute-force.ts";

type Row = Readonly<Record<string, number | null>> & { readonly id: number };

/** Expects the summary and the rollup of every series to be what a fold over all its points says. */
export function expectRollups(db: Database): void {
  for (const series of db.prepare<[], Row>("SELECT * FROM series").all()) {
    const rows = db
      .prepare<[number], [number, number | null, number, number | null]>(
        "SELECT step, epoch, wall_ms, value FROM points WHERE series_id = ? ORDER BY step",
      )
      .raw()
      .all(series.id);
    const points = new Map<number, ModelPoint>(
      rows.map(([step, epoch, wallMs, value]) => [
        step,
        { epoch, wallMs, value: value ?? Number.NaN },
      ]),
    );
    const [all] = bruteBuckets(points, Number.MAX_SAFE_INTEGER).values();
    expect(series).toMatchObject({
      ...{ n: points.size, bad: all?.bad ?? 0, first_step: rows[0]?.[0] ?? null },
      ...{ last_step: rows.at(-1)?.[0] ?? null, last_value: rows.at(-1)?.[3] ?? null },
      ...{ min_value: all?.min ?? null, min_step: all?.minStep ?? null },
      ...{ max_value: all?.max ?? null, max_step: all?.maxStep ?? null },
    });
    for (let level = 0; level < (series.rolled ?? 0); level++) {
      const stored = db
        .prepare(
          `SELECT bucket, n, bad, epoch, wall_ms, min, min_step, max, max_step FROM rollup
            WHERE series_id = ? AND level = ? ORDER BY bucket`,
        )
        .raw()
        .all(series.id, level);
      const brute = [...bruteBuckets(points, levelWidth(level))].map(([bucket, b]) => [
        ...[bucket, b.n, b.bad, b.epoch, b.wallMs, b.min, b.minStep, b.max, b.maxStep],
      ]);
      if (JSON.stringify(stored) !== JSON.stringify(brute)) expect(stored).toEqual(brute);
    }
  }
}
