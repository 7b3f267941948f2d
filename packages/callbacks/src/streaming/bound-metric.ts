import type { MetricResult } from "../any-metric/metric-result.ts";
import type { Metric } from "../metrics/metric.ts";

/** A metric object in its place in a compiled model. */
export interface BoundMetric {
  readonly metric: Metric<MetricResult>;
  /** Its key in the logs. */
  readonly label: string;
  /** Its place in `metricsNames`, and so among the values of an evaluation. */
  readonly index: number;
  /** The output whose samples it weighs; undefined where it weighs none. */
  readonly weighs?: number;
}
