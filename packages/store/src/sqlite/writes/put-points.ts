import type { Database } from "better-sqlite3";
import { PutRows } from "../put-rows.ts";
import type { NewPoints } from "./new-points.ts";

/** Points of one series on their way into the table. */
export interface PointsOfSeries {
  readonly series: number;
  readonly points: NewPoints;
  /** Which steps are put there. */
  readonly isWanted: (step: number) => boolean;
}

/** Puts points of series into their table; of those with the same step the last one stays. */
export class PutPoints {
  readonly #rows: PutRows;

  constructor(db: Database) {
    this.#rows = new PutRows(db, {
      table: "points",
      columns: { step: "whole", epoch: "real", wall_ms: "whole", value: "real", segment: "whole" },
      key: ["step"],
    });
  }

  run(all: readonly PointsOfSeries[], segment: number): void {
    this.#rows.run(all.map((one) => ({ series: one.series, rows: rowsOf(one, segment) })));
  }
}

function rowsOf({ points, isWanted }: PointsOfSeries, segment: number): (number | null)[][] {
  const { step, epoch, wallMs, value } = points;
  const rows: (number | null)[][] = [];
  for (const [i, at] of step.entries()) {
    if (isWanted(at)) rows.push([at, epoch[i] ?? null, wallMs[i] ?? 0, value[i] ?? null, segment]);
  }
  return rows;
}
