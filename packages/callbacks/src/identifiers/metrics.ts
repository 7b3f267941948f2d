import type { MetricResult } from "../any-metric/metric-result.ts";
import type { Metric } from "../metrics/metric.ts";
import { AccuracyByShape } from "./accuracy-by-shape.ts";
import { getMetric } from "./get-metric.ts";
import type { MetricIdentifier } from "./metric-identifier.ts";

/**
 * Metrics for `compile()`, every one of them exact: `compile({ metrics: metrics("accuracy", "auc", new Recall()) })`.
 *
 * Strings become metrics of this package, and the string itself is the key in the logs, as in Keras: `"AUC"` logs `AUC`.
 * A function becomes a `MeanMetricWrapper`; a metric object is used as it is. `"accuracy"` (`"acc"`, `"Accuracy"`) looks
 * at labels and predictions, as in Keras: predictions of one column give `BinaryAccuracy`, integer labels
 * `SparseCategoricalAccuracy`, one-hot labels `CategoricalAccuracy`. Unlike in Keras, a head of several sigmoids,
 * one for each label, gives `BinaryAccuracy`, because it says nothing there which label scores highest.
 *
 * @throws TypeError when they come in a list
 * @throws RangeError when a string names no metric; the message names the nearest ones
 * @example
 * ```ts
 * metrics("accuracy", "AUC", new Precision({ name: "p" })).map(({ name }) => name); // ["accuracy", "AUC", "p"]
 * const [accuracy] = metrics("accuracy");
 * accuracy.updateState([2, 0], [[0.1, 0.2, 0.7], [0.2, 0.5, 0.3]]);
 * accuracy.result(); // 0.5
 * ```
 */
export function metrics<const Identifiers extends readonly MetricIdentifier[]>(
  ...identifiers: Identifiers
): { -readonly [At in keyof Identifiers]: Metric<MetricResult> } {
  const all: unknown = identifiers.map((identifier) => {
    if (Array.isArray(identifier)) {
      throw new TypeError(
        'metrics: give the metrics one by one, metrics("auc", "mse"). Received: a list',
      );
    }
    if (typeof identifier !== "string") return getMetric(identifier);
    if (/^acc(?:uracy)?$/i.test(identifier)) return new AccuracyByShape({ name: identifier });
    return getMetric(identifier, { name: identifier });
  });
  return all as { -readonly [At in keyof Identifiers]: Metric<MetricResult> };
}
