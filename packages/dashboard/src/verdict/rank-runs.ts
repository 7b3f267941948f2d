import type { PrimaryMetric } from "@epochal/conclusions";
import type { SeriesSummary, SeriesValue } from "@epochal/store";
import type { RunView } from "../data/run-json.ts";

/** A run and what it reached in the primary metric. */
export interface RankedRun {
  readonly run: RunView;
  readonly series: SeriesSummary;
  readonly best: SeriesValue;
}

/** The runs that have a best value of the metric, the best run first. Equal ones stay in the order given. */
export function rankRuns(runs: readonly RunView[], metric: PrimaryMetric): readonly RankedRun[] {
  const ranked = runs.flatMap((run) => {
    const series = run.series.find(({ key }) => key === metric.key);
    return series?.best && Number.isFinite(series.best.value)
      ? [{ run, series, best: series.best }]
      : [];
  });
  const sign = metric.direction === "min" ? 1 : -1;
  return ranked.sort((a, b) => sign * (a.best.value - b.best.value));
}
