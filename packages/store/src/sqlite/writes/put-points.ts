import type { Database, Statement } from "better-sqlite3";
import type { NewPoints } from "./new-points.ts";

/** So many rows go into one statement, as long as there are so many: it costs half of a statement a row. */
const rowsAtOnce = [64, 8, 1];
const valuesOfRow = 4;

/** Puts points of a series into their table; of those with the same step the last one stays. */
export class PutPoints {
  readonly #statements: readonly { readonly rows: number; readonly put: Statement }[];

  constructor(db: Database) {
    this.#statements = rowsAtOnce.map((rows) => ({
      rows,
      put: db.prepare(
        `INSERT INTO points (series_id, step, epoch, wall_ms, value, segment)
          VALUES ${Array(rows).fill("(@series, ?, ?, ?, ?, @segment)").join(", ")}
          ON CONFLICT DO UPDATE SET epoch = excluded.epoch, wall_ms = excluded.wall_ms, value = excluded.value,
            segment = excluded.segment`,
      ),
    }));
  }

  /** @param isWanted which steps it puts there */
  run(
    series: number,
    { step, epoch, wallMs, value }: NewPoints,
    segment: number,
    isWanted: (step: number) => boolean,
  ): void {
    const values: (number | null)[] = [];
    for (let i = 0; i < step.length; i++) {
      if (!isWanted(step[i] ?? 0)) continue;
      values.push(step[i] ?? 0, epoch[i] ?? null, wallMs[i] ?? 0, value[i] ?? null);
    }
    let at = 0;
    for (const { rows, put } of this.#statements) {
      const size = rows * valuesOfRow;
      // As arguments of their own they are bound faster than as a list.
      for (; at + size <= values.length; at += size) {
        put.run(...values.slice(at, at + size), { series, segment });
      }
    }
  }
}
