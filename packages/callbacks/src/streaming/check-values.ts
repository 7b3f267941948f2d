import type { AnyMetric } from "../any-metric/any-metric.ts";
import { valuesMarker } from "../any-metric/metric-marker.ts";

/** Throws for a metric that could only make nonsense of labels and predictions. */
export function checkValues(metric: AnyMetric): void {
  if (valuesMarker in metric) {
    throw new TypeError(
      `compile: ${metric.constructor.name} takes values, not labels and predictions. Use it in your own training loop. ` +
        `Received: ${metric.name} among the metrics`,
    );
  }
}
