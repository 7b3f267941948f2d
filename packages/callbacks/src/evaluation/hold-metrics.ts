/** The metric objects that running evaluations use. */
const held = new WeakSet<object>();

interface Copied {
  clone(): this;
}

/**
 * The metric objects for one evaluation: each object itself, so that it holds the evaluation at the end, or a copy if
 * another evaluation, or another key of this one, uses it already.
 */
export function holdMetrics<Metric extends Copied>(metrics: readonly Metric[]): readonly Metric[] {
  return metrics.map((metric) => {
    if (held.has(metric)) return metric.clone();
    held.add(metric);
    return metric;
  });
}

/** Releases the metrics of `holdMetrics()`. */
export function releaseMetrics(metrics: readonly object[]): void {
  for (const metric of metrics) held.delete(metric);
}
