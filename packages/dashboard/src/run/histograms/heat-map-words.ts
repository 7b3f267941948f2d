import { epochWords, formatShare, formatValue, shownEpoch } from "@epochal/conclusions";
import type { HeatMap } from "../../wire/histograms.ts";

/** A cell of a heat map: which of its epochs, and which of its cells from the lowest value on. */
export interface HeatCell {
  readonly row: number;
  readonly cell: number;
}

/** What a cell says: how many of the values of an epoch lie between its ends. */
export function cellWords({ epochs, rows, min, max }: HeatMap, { row, cell }: HeatCell): string {
  const cells = rows[row]?.length ?? 1;
  const end = (at: number) => formatValue(min + ((max - min) / cells) * at);
  const share = formatShare(rows[row]?.[cell] ?? 0);
  return `${epochWords(epochs[row] ?? 0)}: ${share} of the values from ${end(cell)} to ${end(cell + 1)}`;
}

/** The whole of it in a sentence. */
export function heatMapWords(name: string, map: HeatMap): string {
  const { epochs, min, max } = map;
  const [first = 0, last = 0] = [epochs[0], epochs.at(-1)];
  const over =
    first === last ? `in ${epochWords(first)}` : `over ${epochWords(first)} to ${shownEpoch(last)}`;
  const [begin, end] = [middleOf(map, 0), middleOf(map, -1)].map(formatValue);
  const middle = first === last ? `is ${begin}` : `goes from ${begin} to ${end}`;
  return `${name} ${over}: values from ${formatValue(min)} to ${formatValue(max)}; the middle ${middle}`;
}

/** The value that half of the others are below. */
function middleOf({ rows, min, max }: HeatMap, at: number): number {
  const row = rows.at(at) ?? [];
  const cell = middleCell(row);
  return min + ((max - min) / Math.max(1, row.length)) * (cell + 0.5);
}

/** The cell in which the middle one of an epoch's values lies. */
function middleCell(row: readonly number[]): number {
  let sum = 0;
  const cell = row.findIndex((share) => {
    sum += share;
    return sum >= 0.5;
  });
  return Math.max(0, cell);
}

/** Where a key leads from a cell: along the epochs, along the values, or to an end; undefined where it leads nowhere. */
export function cellAfter(
  { rows }: HeatMap,
  from: HeatCell | undefined,
  key: string,
): HeatCell | undefined {
  const cells = rows[0]?.length ?? 0;
  const lastRow = rows.length - 1;
  const { row, cell } = from ?? { row: lastRow, cell: middleCell(rows.at(-1) ?? []) };
  const to = {
    ArrowLeft: { row: row - 1, cell },
    ArrowRight: { row: row + 1, cell },
    ArrowUp: { row, cell: cell + 1 },
    ArrowDown: { row, cell: cell - 1 },
    PageUp: { row, cell: cell + 8 },
    PageDown: { row, cell: cell - 8 },
    Home: { row: 0, cell },
    End: { row: lastRow, cell },
  }[key];
  if (to === undefined || rows.length === 0) return undefined;
  // The first key shows where the cursor is.
  if (from === undefined && key.startsWith("Arrow")) return { row, cell };
  const within = (at: number, last: number) => Math.min(last, Math.max(0, at));
  return { row: within(to.row, lastRow), cell: within(to.cell, cells - 1) };
}
