import { valuesMarker } from "../any-metric/metric-marker.ts";
import type { MetricResult } from "../any-metric/metric-result.ts";
import type { Metric } from "../metrics/metric.ts";

/** Throws for a metric that could only make nonsense of labels and predictions. */
export function checkValues(metric: Metric<MetricResult>): void {
  if (valuesMarker in metric) {
    throw new TypeError(
      `compile: ${metric.constructor.name} takes values, not labels and predictions; use it in a loop of your own. ` +
        `Received: ${metric.name} among the metrics`,
    );
  }
}
