import type { ChartLine } from "../lines/chart-line.ts";
import type { ChartRun, XAxis } from "../lines/chart-run.ts";
import { indexAt } from "../lines/value-at.ts";
import type { XRange } from "../lines/x-range.ts";

/** What one run holds at the cursor. */
export interface ReadoutRow {
  readonly run: ChartRun;
  readonly train?: number;
  readonly validation?: number;
  /** Of what is measured on no split. */
  readonly single?: number;
  /** Of a group: how many runs have a value there, and its spread. */
  readonly n?: number;
  readonly spread?: { readonly low: number; readonly high: number };
  /** What it holds more than the baseline does. */
  readonly delta?: number;
  /** Whether that is better or worse. */
  readonly tone?: "good" | "bad";
  readonly isBaseline?: boolean;
}

interface RowsArgs {
  readonly runs: readonly ChartRun[];
  readonly lines: readonly ChartLine[];
  readonly direction?: "max" | "min" | undefined;
  /** The run that the others are compared with. It has a row even where it has no value. */
  readonly baseline?: string | undefined;
  /** Runs that have a row even where they have no value. */
  readonly keep?: readonly (string | undefined)[];
}

export interface ReadoutRowsArgs extends RowsArgs {
  readonly x: number;
  readonly xAxis: XAxis;
}

/** What the runs hold at x, best first by validation, by training where there is none. What is not finite comes last. */
export function readoutRows({ x, xAxis, ...args }: ReadoutRowsArgs): readonly ReadoutRow[] {
  return rowsOf(args, (line) => indexAt(line, x, xAxis));
}

/** What each run held at its own last place within a range, best first. */
export function lastRows({
  range: { min, max },
  ...args
}: RowsArgs & { readonly range: XRange }): readonly ReadoutRow[] {
  // A line goes on to a point beside what is shown.
  return rowsOf(args, ({ x }) => x.findLastIndex((place) => place >= min && place <= max));
}

/** So many of the rows in their order, those of `keep` among them in any case. */
export function chosenRows(
  rows: readonly ReadoutRow[],
  most: number,
  keep: readonly (string | undefined)[],
): readonly ReadoutRow[] {
  const kept = rows.filter(({ run }) => keep.includes(run.id)).length;
  let room = Math.max(0, most - kept);
  return rows.filter(({ run }) => keep.includes(run.id) || room-- > 0);
}

/** The value that a row is ordered by. */
export const rowValue = ({ validation, single, train }: ReadoutRow): number | undefined =>
  validation ?? single ?? train;

function rowsOf(
  { runs, lines, direction, baseline, keep = [] }: RowsArgs,
  indexOf: (line: ChartLine) => number,
): readonly ReadoutRow[] {
  const values = new Map<string, Omit<ReadoutRow, "run">>();
  for (const line of lines) {
    if (line.split === "earlier") continue;
    const index = indexOf(line);
    const value = line.y[index];
    if (value === undefined) continue;
    const more = line.band && spreadAt(line, line.band, index);
    values.set(line.run, { ...values.get(line.run), [line.split]: value, ...more });
  }
  const rows = runs.flatMap((run): ReadoutRow[] => {
    const value = values.get(run.id);
    const isKept = run.id === baseline || keep.includes(run.id);
    return value || isKept ? [{ run, ...value }] : [];
  });
  const base = rows.find(({ run }) => run.id === baseline);
  const sign = direction === "min" ? 1 : -1;
  const rank = (row: ReadoutRow) => {
    const value = rowValue(row) ?? Number.NaN;
    return Number.isFinite(value) ? sign * value : Infinity;
  };
  return rows
    .map((row) => (base ? { ...row, ...against(row, base, direction) } : row))
    .sort((a, b) => missing(a) - missing(b) || compare(rank(a), rank(b)));
}

function spreadAt({ n }: ChartLine, { low, high }: NonNullable<ChartLine["band"]>, index: number) {
  const count = n?.[index];
  const [from, to] = [low[index] ?? Number.NaN, high[index] ?? Number.NaN];
  const isKnown = Number.isFinite(from) && Number.isFinite(to);
  return {
    ...(count !== undefined && { n: count }),
    ...(isKnown && { spread: { low: from, high: to } }),
  };
}

/** Like with like: validation with validation, training with training. */
function against(row: ReadoutRow, base: ReadoutRow, direction: RowsArgs["direction"]) {
  if (row === base) return { isBaseline: true };
  const split =
    (["validation", "single"] as const).find(
      (each) => row[each] !== undefined && base[each] !== undefined,
    ) ?? "train";
  const delta = (row[split] ?? Number.NaN) - (base[split] ?? Number.NaN);
  if (!Number.isFinite(delta)) return {};
  if (direction === undefined || delta === 0) return { delta };
  const isBetter = direction === "max" ? delta > 0 : delta < 0;
  return { delta, tone: isBetter ? "good" : "bad" } as const;
}

const missing = (row: ReadoutRow) => (rowValue(row) === undefined ? 1 : 0);

// Two infinities would subtract to NaN.
const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);
