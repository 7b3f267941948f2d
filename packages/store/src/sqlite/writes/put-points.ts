import type { Database } from "better-sqlite3";
import { PutRows } from "../put-rows.ts";
import type { NewPoints } from "./new-points.ts";

/** Puts points of a series into their table; of those with the same step the last one stays. */
export class PutPoints {
  readonly #rows: PutRows;

  constructor(db: Database) {
    this.#rows = new PutRows(db, {
      table: "points",
      columns: { step: "whole", epoch: "real", wall_ms: "whole", value: "real", segment: "whole" },
      key: ["step"],
    });
  }

  /** @param isWanted which steps it puts there */
  run(
    series: number,
    { step, epoch, wallMs, value }: NewPoints,
    segment: number,
    isWanted: (step: number) => boolean,
  ): void {
    const rows: (readonly (number | null)[])[] = [];
    for (const [i, at] of step.entries()) {
      if (isWanted(at))
        rows.push([at, epoch[i] ?? null, wallMs[i] ?? 0, value[i] ?? null, segment]);
    }
    this.#rows.run(series, rows);
  }
}
