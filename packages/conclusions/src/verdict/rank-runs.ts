import type { SeriesSummary, SeriesValue } from "../run-summary.ts";
import type { PrimaryMetric } from "./primary-metric.ts";

/** A run and what it reached in the primary metric. */
export interface RankedRun<Run> {
  readonly run: Run;
  readonly series: SeriesSummary;
  readonly best: SeriesValue;
}

/** What of a run its rank needs. */
export interface RankableRun {
  readonly id: string;
  /** A date, or epoch milliseconds. */
  readonly startedAt: Date | number;
  readonly series: readonly SeriesSummary[];
}

/**
 * The runs that have a best value of the metric, the best run first. Among equals the newest comes first, and among those that started
 * together the lowest id, as the store orders runs.
 */
export function rankRuns<Run extends RankableRun>(
  runs: readonly Run[],
  metric: PrimaryMetric,
): readonly RankedRun<Run>[] {
  const ranked = runs.flatMap((run): RankedRun<Run>[] => {
    const series = run.series.find(({ key }) => key === metric.key);
    return series?.best && Number.isFinite(series.best.value)
      ? [{ run, series, best: series.best }]
      : [];
  });
  const sign = metric.direction === "min" ? 1 : -1;
  return ranked.sort((a, b) => sign * (a.best.value - b.best.value) || newestFirst(a.run, b.run));
}

function newestFirst(a: RankableRun, b: RankableRun): number {
  return Number(b.startedAt) - Number(a.startedAt) || (a.id < b.id ? -1 : 1);
}
