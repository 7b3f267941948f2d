import type { Database } from "better-sqlite3";

/** Numbers of rows, one of each row. */
export interface Column {
  readonly type: "whole" | "real";
  readonly values: readonly (number | null)[];
}

/** Where rows go. */
export interface RowsInto {
  readonly table: string;
  readonly series: number;
  /** The names of the columns, but for the series. */
  readonly names: readonly string[];
  /** Those that tell two rows of a series apart. */
  readonly key: readonly string[];
}

/** What another database with the same tables does otherwise, beyond the text of a statement. */
export interface Otherwise {
  /** What the keys of points begin with. */
  readonly keyOfSeries: string;
  /** Puts many rows at once; of those with the same key the last one stays. */
  putRows(into: RowsInto, columns: readonly Column[]): void;
}

/** Undefined for SQLite itself. */
export function otherwiseOf(db: Database): Otherwise | undefined {
  return (db as Partial<{ readonly otherwise: Otherwise }>).otherwise;
}
