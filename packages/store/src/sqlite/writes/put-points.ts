import type { Database, Statement } from "better-sqlite3";
import type { NewPoints } from "./new-points.ts";

/** So many rows go into one statement: it costs 40 % less than a statement a row. */
const rowsAtOnce = 64;
const row = "(?, ?, ?, ?, ?, ?)";

/** Puts points of a series into their table; of those with the same step the last one stays. */
export class PutPoints {
  readonly #one: Statement;
  readonly #many: Statement;
  /** Used again and again. */
  readonly #values: (number | null)[] = new Array(rowsAtOnce * 6).fill(null);

  constructor(db: Database) {
    const put = (rows: number) =>
      db.prepare(
        `INSERT INTO points (series_id, step, epoch, wall_ms, value, segment) VALUES ${Array(rows).fill(row).join(", ")}
          ON CONFLICT DO UPDATE SET epoch = excluded.epoch, wall_ms = excluded.wall_ms, value = excluded.value,
            segment = excluded.segment`,
      );
    this.#one = put(1);
    this.#many = put(rowsAtOnce);
  }

  /** @param isWanted which steps it puts there */
  run(
    series: number,
    { step, epoch, wallMs, value }: NewPoints,
    segment: number,
    isWanted: (step: number) => boolean,
  ): void {
    const values = this.#values;
    let filled = 0;
    for (let i = 0; i < step.length; i++) {
      if (!isWanted(step[i] ?? 0)) continue;
      values[filled++] = series;
      values[filled++] = step[i] ?? 0;
      values[filled++] = epoch[i] ?? null;
      values[filled++] = wallMs[i] ?? 0;
      values[filled++] = value[i] ?? null;
      values[filled++] = segment;
      if (filled < values.length) continue;
      this.#many.run(values);
      filled = 0;
    }
    for (let i = 0; i < filled; i += 6) this.#one.run(values.slice(i, i + 6));
  }
}
