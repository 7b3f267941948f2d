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

interface Candidate {
  readonly series: SeriesSummary;
  runs: number;
}

/**
 * The metric by which the runs of a project are compared: the one early stopping watched in most of them, else a validation
 * metric with a direction that most of them have, else the validation loss, else whatever there is.
 */
export function primaryMetric(runs: readonly ComparedRun[]): PrimaryMetric | undefined {
  const candidates = [...countSeries(runs).values()].sort((a, b) => b.runs - a.runs);
  const most = (candidates[0]?.runs ?? 0) / 2;
  const judged = candidates.filter(({ series }) => series.direction !== undefined);
  const common = judged.filter(
    ({ series, runs: count }) => series.split === "validation" && count >= most,
  );
  const chosen =
    monitored(runs, judged) ??
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

function countSeries(runs: readonly ComparedRun[]): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  for (const series of runs.flatMap((run) => run.series)) {
    if (series.per !== "epoch" || series.kind === "system") continue;
    const known = candidates.get(series.key);
    if (known) known.runs++;
    else candidates.set(series.key, { series, runs: 1 });
  }
  return candidates;
}

function monitored(
  runs: readonly ComparedRun[],
  judged: readonly Candidate[],
): Candidate | undefined {
  const counts = new Map<string, number>();
  for (const run of runs) {
    const { monitor } = run.conclusions;
    if (monitor !== undefined) counts.set(monitor, (counts.get(monitor) ?? 0) + 1);
  }
  const byCount = [...counts].sort(([one, a], [two, b]) => b - a || rank(one) - rank(two));
  for (const [monitor] of byCount) {
    const found = judged.find(({ series }) => series.key === monitor);
    if (found) return found;
  }
  return undefined;
}
