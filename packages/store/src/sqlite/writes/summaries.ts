import type { Database, Statement } from "better-sqlite3";
import { ChangeRows } from "./change-rows.ts";

/** What is kept of a series' points in its own row. */
export interface Summary {
  readonly id: number;
  n: number;
  first_step: number | null;
  first_epoch: number | null;
  first_value: number | null;
  last_step: number | null;
  last_epoch: number | null;
  last_value: number | null;
  last_ms: number | null;
  min_value: number | null;
  min_step: number | null;
  min_epoch: number | null;
  max_value: number | null;
  max_step: number | null;
  max_epoch: number | null;
  bad: number;
  bad_step: number | null;
  bad_epoch: number | null;
  bad_value: number | null;
  rolled: number;
  rev: number;
  rewrite_rev: number;
  segment: number;
  segment_step: number;
}

const whole =
  "n first_step last_step last_ms min_step max_step bad bad_step rolled rev rewrite_rev segment segment_step".split(
    " ",
  );
const real =
  "first_epoch first_value last_epoch last_value min_value min_epoch max_value max_epoch bad_epoch bad_value".split(
    " ",
  );
const columns = [...whole, ...real] as (keyof Summary)[];

/** The summaries of series, read and written many at once. */
export class Summaries {
  readonly #read: Statement<[string], Summary>;
  readonly #change: ChangeRows;

  constructor(db: Database) {
    this.#read = db.prepare(
      `SELECT id, ${columns.join(", ")} FROM series WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each(?))`,
    );
    const typed = (names: readonly string[], type: "whole" | "real") =>
      names.map((name) => [name, type] as const);
    this.#change = new ChangeRows(db, {
      table: "series",
      columns: Object.fromEntries([...typed(whole, "whole"), ...typed(real, "real")]),
    });
  }

  /** By the ids of series; of those that are not there none. */
  of(series: readonly number[]): Map<number, Summary> {
    return new Map(this.#read.all(JSON.stringify(series)).map((found) => [found.id, found]));
  }

  write(summaries: readonly Summary[]): void {
    this.#change.run(
      summaries.map((one) => ({ id: one.id, cells: columns.map((name) => one[name]) })),
    );
  }
}
