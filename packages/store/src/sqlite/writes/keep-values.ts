import type { Database, Statement } from "better-sqlite3";
import type { PointRow } from "../rollup/series-rows.ts";
import type { NewPoints } from "./new-points.ts";

interface Restored {
  readonly id: number;
  readonly key: string;
  readonly per: string;
  readonly epoch: number;
}

/** Notes for every series of a run with restored weights the value it had at their epoch. */
export class KeepValues {
  readonly #series: Statement<[string], Restored>;
  readonly #byEpoch: Statement<[number, number, number], PointRow>;
  readonly #byStep: Statement<[number, number], PointRow>;
  readonly #update: Statement;

  constructor(db: Database) {
    this.#series = db.prepare(
      `SELECT series.id AS id, series.key AS key, series.per AS per, runs.restored_epoch AS epoch FROM series
        JOIN runs ON runs.id = series.run_id WHERE runs.id = ? AND runs.restored_epoch IS NOT NULL`,
    );
    const point = "SELECT step, epoch, wall_ms, value FROM points WHERE series_id = ?";
    // The last point of the epoch: a series logged once a batch has many.
    this.#byEpoch = db
      .prepare<[number, number, number], PointRow>(
        `${point} AND epoch >= ? AND epoch < ? ORDER BY step DESC LIMIT 1`,
      )
      .raw();
    this.#byStep = db
      .prepare<[number, number], PointRow>(`${point} AND step = ? AND epoch IS NULL`)
      .raw();
    this.#update = db.prepare(
      "UPDATE series SET kept_step = ?, kept_epoch = ?, kept_value = ? WHERE id = ?",
    );
  }

  /** @param added where only these points are new, and the restored epoch is not: a look at each saves a search */
  run(run: string, added?: ReadonlyMap<string, NewPoints>): void {
    for (const { id, key, per, epoch } of this.#series.all(run)) {
      if (added !== undefined && !mayBelongTo(epoch, added.get(key))) continue;
      const point =
        this.#byEpoch.get(id, epoch, epoch + 1) ??
        (per === "epoch" ? this.#byStep.get(id, epoch) : undefined);
      const [step = null, at = null, , value = null] = point ?? [];
      this.#update.run(step, at, value, id);
    }
  }
}

function mayBelongTo(epoch: number, points: NewPoints | undefined): boolean {
  if (points === undefined) return false;
  return points.step.some((step, i) => {
    const at = points.epoch[i] ?? step;
    return at >= epoch && at < epoch + 1;
  });
}
