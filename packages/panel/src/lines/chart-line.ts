import type { ChartRun, Splits, XAxis } from "./chart-run.ts";
import type { ChartSeries } from "./chart-series.ts";
import { linePlaces } from "./line-places.ts";
import type { XRange } from "./x-range.ts";

/** One line of a chart: a series of a run, in the order of x. */
export interface ChartLine {
  readonly run: string;
  /** `single` is measured on no split. */
  readonly split: "train" | "validation" | "single" | "earlier";
  readonly x: readonly number[];
  /** NaN or infinite where the line is broken. */
  readonly y: readonly number[];
  /** The band around it, beside `y`; NaN where there is none. */
  readonly band?: { readonly low: readonly number[]; readonly high: readonly number[] };
  /** How many values or runs a value stands for, beside `y`. */
  readonly n?: readonly number[];
  /** What is drawn in the place of `y`, which is then faint behind it. */
  readonly smooth?: readonly number[];
  /** Whether it is thin and grey behind the others. */
  readonly context?: boolean;
  /** Where values were not finite. */
  readonly broken: readonly { readonly x: number; readonly value: number }[];
  readonly drawn: number;
  readonly stored: number;
  /** The stretch of which every point is drawn, where that is a part of it. */
  readonly complete?: XRange;
}

/** Whether lines of a split are drawn where a person chose which are. What is measured on no split always is. */
export function showsSplit(splits: Splits, split: "train" | "validation" | "single"): boolean {
  return split === "single" || splits === "both" || splits === split;
}

/** Whether it is drawn solid, as validation is. */
export const isSolid = ({ split }: Pick<ChartLine, "split">): boolean =>
  split === "validation" || split === "single";

/** The lines of these runs, training before validation so that validation is drawn on top. */
export function chartLines(
  runs: readonly ChartRun[],
  xAxis: XAxis,
  splits: Splits = "both",
): readonly ChartLine[] {
  const earlier = runs.flatMap((run) =>
    (run.earlier ?? []).map((columns) => chartLine(run, "earlier", columns, xAxis)),
  );
  const lines = (["train", "single", "validation"] as const).flatMap((split) =>
    runs.flatMap((run) => {
      const columns = run[split];
      return columns && showsSplit(splits, split) ? [chartLine(run, split, columns, xAxis)] : [];
    }),
  );
  return splits === "both" ? [...earlier, ...lines] : lines;
}

const made = new WeakMap<ChartSeries, { readonly key: string; readonly line: ChartLine }>();

/** A series that is the same as before makes the same line: what is drawn from it need not be drawn anew. */
function chartLine(
  run: ChartRun,
  split: ChartLine["split"],
  columns: ChartSeries,
  xAxis: XAxis,
): ChartLine {
  const { id, per, startedAt, context } = run;
  const key = JSON.stringify([id, split, per, startedAt, context, xAxis]);
  const known = made.get(columns);
  if (known?.key === key) return known.line;
  const line = newLine(run, split, columns, xAxis);
  made.set(columns, { key, line });
  return line;
}

function newLine(
  run: ChartRun,
  split: ChartLine["split"],
  columns: ChartSeries,
  xAxis: XAxis,
): ChartLine {
  const { nonFinite, low, high, n } = columns;
  const places = linePlaces(run, columns, xAxis);
  const broken = Array.from(nonFinite.value, (value, i) => ({
    x: places.nonFinite[i] ?? Number.NaN,
    value,
  }));
  const isWhole = broken.length === 0;
  const x = isWhole ? places.values : [...places.values, ...broken.map((place) => place.x)];
  const y = isWhole ? [...columns.value] : [...columns.value, ...nonFinite.value];
  // NaN wherever a column has nothing to say.
  const beside = (column: Float64Array, none = Number.NaN) => [
    ...column,
    ...broken.map(() => none),
  ];
  const order = inOrder(x);
  const sorted = (list: readonly number[]) =>
    order === undefined ? list : order.map((i) => list[i] ?? Number.NaN);
  return {
    run: run.id,
    split,
    x: sorted(x),
    y: sorted(y),
    ...(low && high && { band: { low: sorted(beside(low)), high: sorted(beside(high)) } }),
    ...(n && { n: sorted(beside(n, 0)) }),
    ...(run.context && { context: true }),
    ...completeOf(columns, x),
    broken: broken.filter((place) => Number.isFinite(place.x)),
    drawn: places.values.filter(Number.isFinite).length + nonFinite.total,
    stored: columns.total,
  };
}

/** The places between which all points are there. @param x in the order of the columns, finite values first */
function completeOf({ complete, step, nonFinite }: ChartSeries, x: readonly number[]) {
  if (complete === undefined) return {};
  const steps = [...step, ...nonFinite.step];
  const own = x.filter((_, i) => {
    const at = steps[i] ?? Number.NaN;
    return at >= complete.from && at <= complete.to;
  });
  if (own.length === 0) return {};
  return { complete: { min: Math.min(...own), max: Math.max(...own) } };
}

/** The order of ascending places, without those that are not on this axis; undefined where all are in order. */
function inOrder(x: readonly number[]): readonly number[] | undefined {
  if (x.every((place, i) => place >= (x[i - 1] ?? -Infinity))) return undefined;
  const known = [...x.keys()].filter((i) => Number.isFinite(x[i]));
  return known.sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0));
}
