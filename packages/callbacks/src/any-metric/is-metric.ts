import type { AnyMetric } from "./any-metric.ts";
import { metricMarker } from "./metric-marker.ts";

/** Whether this is a metric object, of this copy of the package or of another one in the same program. */
export function isMetric(value: unknown): value is AnyMetric {
  return typeof value === "function" && metricMarker in value;
}
