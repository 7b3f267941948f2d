import type { Metric } from "../metrics/metric.ts";
import { metricMarker } from "./metric-marker.ts";
import type { MetricResult } from "./metric-result.ts";

/** Whether this is a metric object, of this copy of the package or of another one in the same program. */
export function isMetric(value: unknown): value is Metric<MetricResult> {
  return typeof value === "function" && metricMarker in value;
}
