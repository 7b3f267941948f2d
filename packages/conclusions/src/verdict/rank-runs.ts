import type { SeriesSummary, SeriesValue } from "../run-summary.ts";
import type { PrimaryMetric } from "./primary-metric.ts";

/** A run and what it reached in the primary metric. */
export interface RankedRun<Run> {
  readonly run: Run;
  readonly series: SeriesSummary;
  readonly best: SeriesValue;
}

/** The runs that have a best value of the metric, the best run first. Equal ones stay in the order given. */
export function rankRuns<Run extends { readonly series: readonly SeriesSummary[] }>(
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
  return ranked.sort((a, b) => sign * (a.best.value - b.best.value));
}
