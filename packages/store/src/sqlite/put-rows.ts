import type { Database, Statement } from "better-sqlite3";
import { type Column, columnsOf, dialectOf } from "./dialect.ts";

export interface PutRowsArgs {
  readonly table: string;
  /** The columns but for the series, each with the type of its values. */
  readonly columns: Readonly<Record<string, Column["type"]>>;
  /** Those that tell two rows of a series apart. */
  readonly key: readonly string[];
}

/** Rows of a series: of each its cells, in the order of the columns. */
export interface RowsOfSeries {
  readonly series: number;
  readonly rows: readonly (readonly (number | null)[])[];
}

/** So many rows go into one statement, as long as there are so many: it costs half of a statement a row. */
const rowsAtOnce = [64, 8, 1];

/** Puts many rows of series into a table; of those with the same key the last one stays. */
export class PutRows {
  readonly #args: PutRowsArgs;
  readonly #names: readonly string[];
  readonly #statements: readonly { readonly rows: number; readonly put: Statement }[];
  readonly #db: Database;

  constructor(db: Database, args: PutRowsArgs) {
    const { table, columns, key } = args;
    this.#db = db;
    this.#args = args;
    this.#names = Object.keys(columns);
    const others = this.#names
      .filter((name) => !key.includes(name))
      .map((name) => `${name} = excluded.${name}`);
    const row = `(@series, ${this.#names.map(() => "?").join(", ")})`;
    this.#statements =
      dialectOf(db) !== undefined
        ? []
        : rowsAtOnce.map((rows) => ({
            rows,
            put: db.prepare(
              `INSERT INTO ${table} (series_id, ${this.#names.join(", ")}) VALUES ${Array(rows).fill(row).join(", ")}
                ON CONFLICT DO UPDATE SET ${others.join(", ")}`,
            ),
          }));
  }

  run(all: readonly RowsOfSeries[]): void {
    const dialect = dialectOf(this.#db);
    if (dialect === undefined) {
      for (const one of all) this.#put(one);
      return;
    }
    const rows = all.flatMap((one) => one.rows);
    if (rows.length === 0) return;
    const { table, columns, key } = this.#args;
    const series = all.flatMap((one) => one.rows.map(() => one.series));
    dialect.putRows(
      { table, key, names: this.#names },
      series,
      columnsOf(Object.values(columns), rows),
    );
  }

  #put({ series, rows }: RowsOfSeries): void {
    let at = 0;
    for (const { rows: size, put } of this.#statements) {
      // As arguments of their own they are bound faster than as a list.
      for (; at + size <= rows.length; at += size) {
        put.run(...rows.slice(at, at + size).flat(), { series });
      }
    }
  }
}
