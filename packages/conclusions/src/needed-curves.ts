import type { SeriesSummary } from "./run-summary.ts";

const costKeys = new Set(["tracking_ms", "epoch_seconds"]);

/**
 * The series of a run whose curves `conclude` may ask for: losses, metrics of which one way is better on some split, metrics that broke, and
 * what tells of costs. The curves of others need not be read.
 */
export function neededCurves(series: readonly SeriesSummary[]): SeriesSummary[] {
  const judged = series.filter(
    ({ kind, direction, last }) =>
      kind === "loss" || direction !== undefined || !Number.isFinite(last?.value),
  );
  const metrics = new Set(judged.map(({ metric }) => metric));
  return series.filter(
    ({ key, kind, metric, per }) =>
      per === "epoch" && (kind === "system" ? costKeys.has(key) : metrics.has(metric)),
  );
}
