import type { ChartLine } from "./chart-line.ts";
import type { ChartRun } from "./chart-run.ts";
import { valueAt } from "./value-at.ts";

/** What one run holds at the cursor. */
export interface ReadoutRow {
  readonly run: ChartRun;
  readonly train?: number;
  readonly validation?: number;
}

export interface ReadoutRowsArgs {
  readonly runs: readonly ChartRun[];
  readonly lines: readonly ChartLine[];
  readonly x: number;
  /** How far from x a point may lie. */
  readonly reach: number;
  readonly direction?: "max" | "min" | undefined;
  /** Comes first. */
  readonly hovered?: string | undefined;
}

/** What the runs hold at x, best first by validation (by training where there is none); the hovered run before all. */
export function readoutRows(args: ReadoutRowsArgs): readonly ReadoutRow[] {
  const { runs, lines, x, reach, direction, hovered } = args;
  return rowsOf(runs, lines, (line) => valueAt(line, x, reach), direction, hovered);
}

/** What each run held at its own last place, best first. */
export function lastRows(
  runs: readonly ChartRun[],
  lines: readonly ChartLine[],
  direction: "max" | "min" | undefined,
): readonly ReadoutRow[] {
  return rowsOf(runs, lines, ({ y }) => y.at(-1), direction);
}

function rowsOf(
  runs: readonly ChartRun[],
  lines: readonly ChartLine[],
  read: (line: ChartLine) => number | undefined,
  direction: "max" | "min" | undefined,
  hovered?: string,
): readonly ReadoutRow[] {
  const values = new Map<string, { train?: number; validation?: number }>();
  for (const line of lines) {
    const value = read(line);
    if (value === undefined) continue;
    if (line.split === "earlier") continue;
    values.set(line.run, { ...values.get(line.run), [line.split]: value });
  }
  const rows = runs.flatMap((run) => {
    const value = values.get(run.id);
    return value ? [{ run, ...value }] : [];
  });
  const sign = direction === "min" ? 1 : -1;
  const rank = (row: ReadoutRow) => {
    const value = row.validation ?? row.train ?? Number.NaN;
    return Number.isFinite(value) ? sign * value : Infinity;
  };
  const first = (row: ReadoutRow) => (row.run.id === hovered ? 0 : 1);
  return rows.sort((a, b) => first(a) - first(b) || compare(rank(a), rank(b)));
}

// Two infinities would subtract to NaN.
const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);
