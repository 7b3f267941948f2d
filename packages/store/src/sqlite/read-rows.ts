import type { Database, Statement } from "better-sqlite3";
import { type Dialect, dialectOf, type RowRange, type RowsFrom } from "./dialect.ts";

/** Reads rows of series: many ranges by one statement where each costs a way to a server. */
export class ReadRows<Row extends readonly (number | null)[]> {
  readonly #from: RowsFrom;
  readonly #range: Statement<[RowRange], Row>;
  readonly #dialect: Dialect | undefined;

  constructor(db: Database, from: RowsFrom) {
    const { table, names } = from;
    const [along, level] = table === "rollup" ? ["bucket", "AND level = @level"] : ["step", ""];
    this.#from = from;
    this.#dialect = dialectOf(db);
    this.#range = db
      .prepare<[RowRange], Row>(
        `SELECT ${names.join(", ")} FROM ${table} WHERE series_id = @series ${level} AND ${along} >= @first AND ${along} < @end ORDER BY ${along}`,
      )
      .raw();
  }

  /** The rows of one range. */
  one(range: RowRange): Row[] {
    return this.#range.all(range);
  }

  /** The rows of each range. */
  many(ranges: readonly RowRange[]): Row[][] {
    if (this.#dialect === undefined || ranges.length === 0) {
      return ranges.map((range) => this.one(range));
    }
    return this.#dialect.readRows(this.#from, ranges) as readonly unknown[] as Row[][];
  }
}
