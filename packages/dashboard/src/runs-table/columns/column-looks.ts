import { formatValue, valueFormat } from "@epochal/conclusions";
import { mostDecimals } from "./align-decimals.ts";
import { type CellContext, numberOf, type RunColumn } from "./run-column.ts";
import type { TableRow } from "./table-row.ts";

/** How the numbers of a column read below each other. */
export type ColumnLook = Pick<CellContext, "decimals" | "format">;

/** By the id of each column, for the rows in view: values that lie close together have more digits. */
export function columnLooks(
  columns: readonly RunColumn[],
  rows: readonly (TableRow | undefined)[],
): ReadonlyMap<string, ColumnLook> {
  return new Map(
    columns.map((column) => {
      const numbers = rows.flatMap((row) => {
        const number = row && column.format ? numberOf(column, row) : undefined;
        return number === undefined ? [] : [number];
      });
      const { format: own = formatValue } = column;
      const format = own === formatValue ? valueFormat(numbers) : own;
      return [column.id, { format, decimals: mostDecimals(numbers.map(format)) }] as const;
    }),
  );
}
