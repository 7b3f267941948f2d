/** The metric objects that evaluations count in just now. */
const held = new WeakSet<object>();

interface Copied {
  clone(): this;
}

/**
 * The metric objects for one evaluation alone: each itself, so that it holds the evaluation in the end; a copy of one that
 * counts already, in another evaluation or under another key of this one.
 */
export function holdMetrics<Metric extends Copied>(metrics: readonly Metric[]): readonly Metric[] {
  return metrics.map((metric) => {
    if (held.has(metric)) return metric.clone();
    held.add(metric);
    return metric;
  });
}

/** Gives back what `holdMetrics()` gave. */
export function releaseMetrics(metrics: readonly object[]): void {
  for (const metric of metrics) held.delete(metric);
}
