import type { Database, Statement } from "better-sqlite3";
import { type Column, columnsOf, dialectOf } from "../dialect.ts";

export interface ChangeRowsArgs {
  readonly table: string;
  /** The columns that are changed, each with the type of its values. */
  readonly columns: Readonly<Record<string, Column["type"]>>;
}

/** A row, by its id, and what its cells become. */
interface ChangedRow {
  readonly id: number;
  /** In the order of the columns. */
  readonly cells: readonly (number | null)[];
}

/** Changes columns of many rows of a table: by one statement where each costs a way to a server. */
export class ChangeRows {
  readonly #args: ChangeRowsArgs;
  readonly #change: Statement;
  readonly #db: Database;

  constructor(db: Database, args: ChangeRowsArgs) {
    const names = Object.keys(args.columns);
    this.#db = db;
    this.#args = args;
    this.#change = db.prepare(
      `UPDATE ${args.table} SET ${names.map((name) => `${name} = ?`).join(", ")} WHERE id = ?`,
    );
  }

  run(rows: readonly ChangedRow[]): void {
    const dialect = dialectOf(this.#db);
    if (dialect === undefined) {
      for (const { id, cells } of rows) this.#change.run(...cells, id);
      return;
    }
    if (rows.length === 0) return;
    const { table, columns } = this.#args;
    dialect.changeRows(
      { table, names: Object.keys(columns) },
      rows.map(({ id }) => id),
      columnsOf(
        Object.values(columns),
        rows.map(({ cells }) => cells),
      ),
    );
  }
}
