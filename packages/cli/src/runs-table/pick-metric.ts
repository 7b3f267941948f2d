import type { RunSummary, SeriesSummary } from "@epochal/store";

/** An AUC says more than an accuracy where the classes are unequal. */
function rank(series: SeriesSummary): number {
  return /auc/i.test(series.metric) ? 0 : 1;
}

/**
 * The metric to show where the user named none: the validation metric with a direction that the most runs have, if half of
 * them have it; else `val_loss`, else `loss`, else none.
 */
export function pickMetric(runs: readonly RunSummary[]): string | undefined {
  const counts = new Map<string, { series: SeriesSummary; runs: number }>();
  for (const series of runs.flatMap((run) => run.series)) {
    const seen = counts.get(series.key);
    if (seen) seen.runs += 1;
    else counts.set(series.key, { series, runs: 1 });
  }
  const [first] = [...counts.values()]
    .filter(
      ({ series, runs: having }) =>
        series.split === "validation" &&
        series.kind === "metric" &&
        (series.direction === "max" || series.direction === "min") &&
        having * 2 >= runs.length,
    )
    .sort((a, b) => b.runs - a.runs || rank(a.series) - rank(b.series));
  return first?.series.key ?? ["val_loss", "loss"].find((key) => counts.has(key));
}
