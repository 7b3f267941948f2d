import type { Database } from "better-sqlite3";

/** Numbers of rows, one of each row. */
export interface Column {
  readonly type: "whole" | "real";
  readonly values: readonly (number | null)[];
}

/** Where rows of series go. */
interface RowsInto {
  readonly table: string;
  /** The names of the columns, but for the series. */
  readonly names: readonly string[];
  /** Those that tell two rows of a series apart. */
  readonly key: readonly string[];
}

/** Rows that are in a table. */
export interface RowsFrom {
  readonly table: "points" | "rollup" | "superseded";
  /** The columns that are read: numbers. */
  readonly names: readonly string[];
}

/** Neighbouring rows of a series. */
export interface RowRange {
  readonly series: number;
  /** The level of buckets; -1 for points. */
  readonly level: number;
  /** The first step or number of a bucket, and the one before which it ends. */
  readonly first: number;
  readonly end: number;
}

/** What another database with the same tables does in its own way, beyond the text of a statement. */
export interface Dialect {
  /** What the keys of points begin with. */
  readonly keyOfSeries: string;
  /** Puts many rows at once, each of the series of its place; of those with the same key the last one stays. */
  putRows(into: RowsInto, series: readonly number[], columns: readonly Column[]): void;
  /** Changes columns of many rows of a table at once, each the row with the `id` of its place. */
  changeRows(
    of: { readonly table: string; readonly names: readonly string[] },
    ids: readonly number[],
    columns: readonly Column[],
  ): void;
  /** Reads many ranges at once: of each its rows, in their order. */
  readRows(from: RowsFrom, ranges: readonly RowRange[]): (number | null)[][][];
}

/** Undefined for SQLite itself. */
export function dialectOf(db: Database): Dialect | undefined {
  return (db as Partial<{ readonly dialect: Dialect }>).dialect;
}

/** The columns of rows. */
export function columnsOf(
  types: readonly Column["type"][],
  rows: readonly (readonly (number | null)[])[],
): Column[] {
  return types.map((type, i) => ({ type, values: rows.map((row) => row[i] ?? null) }));
}
