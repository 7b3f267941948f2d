import type { SeriesColumns } from "../data/series-format.ts";
import type { ChartRun, XAxis } from "./chart-run.ts";
import { epochPlace } from "./epoch-place.ts";

/** One line of a chart: a series of a run, in the order of x. */
export interface ChartLine {
  readonly run: string;
  readonly split: "train" | "validation" | "earlier";
  readonly x: readonly number[];
  /** NaN or infinite where the line is broken. */
  readonly y: readonly number[];
  /** Where values were not finite. */
  readonly broken: readonly { readonly x: number; readonly value: number }[];
  readonly drawn: number;
  readonly stored: number;
}

/** The lines of these runs, training before validation so that validation is drawn on top. */
export function chartLines(runs: readonly ChartRun[], xAxis: XAxis): readonly ChartLine[] {
  const earlier = runs.flatMap((run) =>
    (run.earlier ?? []).map((columns) => chartLine(run, "earlier", columns, xAxis)),
  );
  const lines = (["train", "validation"] as const).flatMap((split) =>
    runs.flatMap((run) => {
      const columns = run[split];
      return columns ? [chartLine(run, split, columns, xAxis)] : [];
    }),
  );
  return [...earlier, ...lines];
}

function chartLine(
  { id: run, per }: ChartRun,
  split: ChartLine["split"],
  columns: SeriesColumns,
  xAxis: XAxis,
): ChartLine {
  const { nonFinite } = columns;
  const finite = [...columns.value].map((y, i) => ({ x: placeOf(columns, i, xAxis, per), y }));
  const broken = [...nonFinite.value].map((value, i) => ({
    x: placeOf(nonFinite, i, xAxis, per),
    value,
  }));
  const all = [...finite, ...broken.map(({ x, value }) => ({ x, y: value }))];
  if (broken.length > 0) all.sort((a, b) => a.x - b.x);
  return {
    run,
    split,
    x: all.map(({ x }) => x),
    y: all.map(({ y }) => y),
    broken,
    drawn: finite.length + nonFinite.total,
    stored: columns.total,
  };
}

// Where no epoch was logged, the step takes its place: a gap would hide the value.
function placeOf(
  { epoch, step }: { readonly epoch: Float64Array; readonly step: Float64Array },
  index: number,
  xAxis: XAxis,
  per: ChartRun["per"],
): number {
  const at = step[index] ?? 0;
  if (xAxis === "step") return at;
  const known = epoch[index] ?? Number.NaN;
  return epochPlace(Number.isNaN(known) ? at : known, per);
}
