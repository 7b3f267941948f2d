import type { MetricResult } from "../any-metric/metric-result.ts";
import type { Metric } from "../metrics/metric.ts";
import type { MetricFunction } from "../metrics/reduction/mean-metric-wrapper.ts";

/** What names a metric: a metric object, a name of Keras or TensorFlow.js, or a function. */
export type MetricIdentifier = Metric<MetricResult> | MetricFunction | string;
