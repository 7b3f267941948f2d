import type { MetricResult } from "../any-metric/metric-result.ts";
import type { Metric } from "../metrics/metric.ts";
import { AccuracyByShape } from "./accuracy-by-shape.ts";
import { getMetric } from "./get-metric.ts";
import type { MetricIdentifier } from "./metric-identifier.ts";

/**
 * Metrics for `compile()`, every one of them exact: `compile({ metrics: metrics("accuracy", "auc", new Recall()) })`.
 *
 * Strings become metrics of this package, and the key in the logs is the string itself, as in Keras: `"AUC"` logs `AUC`.
 * A function becomes a `MeanMetricWrapper`; a metric object stays what it is. `"accuracy"` (`"acc"`, `"Accuracy"`) looks
 * at labels and predictions, as in Keras: predictions of one column give `BinaryAccuracy`, integer labels
 * `SparseCategoricalAccuracy`, one-hot labels `CategoricalAccuracy`. Other than in Keras, a head of several sigmoids,
 * one for each label, gives `BinaryAccuracy`: which of several labels scores highest says nothing there.
 *
 * @throws TypeError when they are given in a list
 * @throws RangeError when a string is no metric's; the message names the ones most like it
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
        'metrics: metrics are given one by one, metrics("auc", "mse"). Received: a list',
      );
    }
    if (typeof identifier !== "string") return getMetric(identifier);
    if (/^acc(?:uracy)?$/i.test(identifier)) return new AccuracyByShape({ name: identifier });
    return getMetric(identifier, { name: identifier });
  });
  return all as { -readonly [At in keyof Identifiers]: Metric<MetricResult> };
}
