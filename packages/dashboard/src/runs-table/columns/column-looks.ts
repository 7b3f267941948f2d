import { formatValue, valueFormat } from "@epochal/conclusions";
import { mostDecimals } from "./align-decimals.ts";
import { type CellContext, numberOf, type RunColumn } from "./run-column.ts";
import type { TableRow } from "./table-row.ts";

/** How the numbers of a column read below each other. */
export interface ColumnLook extends Pick<CellContext, "decimals" | "format"> {
  /** How wide the longest of them is, in pixels, with the room beside it. */
  readonly needs: number;
}

const [DIGIT, BESIDE] = [7.8, 17];

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
      const texts = numbers.map(format);
      const longest = texts.reduce((most, { length }) => Math.max(most, length), 0);
      // Durations have narrow letters, and widths that fit them.
      const needs = own === formatValue ? Math.ceil(longest * DIGIT) + BESIDE : 0;
      return [column.id, { format, decimals: mostDecimals(texts), needs }] as const;
    }),
  );
}
