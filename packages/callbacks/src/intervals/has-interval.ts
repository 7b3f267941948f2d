import type { Interval } from "./interval.ts";

/** Whether a metric has a confidence interval. */
export function hasInterval<T extends object | ((...given: never[]) => unknown)>(
  metric: T,
): metric is T & { confidenceInterval(level?: number): Interval } {
  return "confidenceInterval" in metric && typeof metric.confidenceInterval === "function";
}
