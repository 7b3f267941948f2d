import type { SeriesDescription } from "@epochal/record";
import type { SeriesSummary } from "../run-summary.ts";

/** What the runs of a project are judged by. */
export interface PrimaryMetric {
  readonly key: string;
  readonly metric: string;
  /** Absent where neither way is better. */
  readonly direction?: "max" | "min";
}

/** A run as far as the choice needs it. */
export interface ComparedRun {
  readonly series: readonly SeriesSummary[];
  readonly conclusions: { readonly monitor?: string };
}

/** A key of series, what it is of, and how many runs have it. */
export interface CountedSeries extends SeriesDescription {
  readonly key: string;
  readonly runs: number;
}

interface Candidate {
  readonly series: SeriesDescription & { readonly key: string };
  readonly runs: number;
}

/**
 * The metric by which the runs of a project are compared: the one early stopping watched in most of them, else a validation
 * metric with a direction that most of them have, else the validation loss, else whatever there is.
 */
export function primaryMetric(runs: readonly ComparedRun[]): PrimaryMetric | undefined {
  const counts = new Map<string, CountedSeries>();
  for (const series of runs.flatMap((run) => run.series)) {
    const known = counts.get(series.key);
    counts.set(series.key, { ...(known ?? series), runs: (known?.runs ?? 0) + 1 });
  }
  return chooseMetric(
    [...counts.values()],
    runs.map(({ conclusions }) => conclusions.monitor),
  );
}

/** So many of the newest runs of a project say what early stopping watches. */
export const judgingRuns = 24;

/**
 * The same, where the runs are counted already.
 *
 * @param series the keys of the runs' series
 * @param monitors what early stopping watched, of each of the newest runs that says it: of `judgingRuns` of them
 */
export function chooseMetric(
  series: readonly CountedSeries[],
  monitors: readonly (string | undefined)[],
): PrimaryMetric | undefined {
  const candidates = series
    .filter(({ per, kind }) => per === "epoch" && kind !== "system")
    .map((one): Candidate => ({ series: one, runs: one.runs }))
    .sort((a, b) => b.runs - a.runs);
  const most = (candidates[0]?.runs ?? 0) / 2;
  const judged = candidates.filter(({ series }) => series.direction !== undefined);
  const common = judged.filter(
    ({ series, runs: count }) => series.split === "validation" && count >= most,
  );
  const chosen =
    monitored(monitors, judged) ??
    common
      .filter(({ series }) => series.kind === "metric")
      .sort((a, b) => b.runs - a.runs || rank(a.series.metric) - rank(b.series.metric))[0] ??
    common.find(({ series }) => series.kind === "loss") ??
    judged.find(({ series }) => series.split === "validation") ??
    judged[0] ??
    candidates.find(({ series }) => series.kind === "metric");
  if (chosen === undefined) return undefined;
  const { key, metric, direction } = chosen.series;
  return { key, metric, ...(direction && { direction }) };
}

/** An AUC says more than an accuracy where the classes are unequal. */
function rank(metric: string): number {
  return /auc/i.test(metric) ? 0 : 1;
}

function monitored(
  monitors: readonly (string | undefined)[],
  judged: readonly Candidate[],
): Candidate | undefined {
  const counts = new Map<string, number>();
  for (const monitor of monitors) {
    if (monitor !== undefined) counts.set(monitor, (counts.get(monitor) ?? 0) + 1);
  }
  const byCount = [...counts].sort(([one, a], [two, b]) => b - a || rank(one) - rank(two));
  for (const [monitor] of byCount) {
    const found = judged.find(({ series }) => series.key === monitor);
    if (found) return found;
  }
  return undefined;
}
