import { closestName } from "@epochal/record";
import { isMetric } from "../any-metric/is-metric.ts";
import type { MetricResult } from "../any-metric/metric-result.ts";
import type { Metric, MetricArgs } from "../metrics/metric.ts";
import { MeanMetricWrapper } from "../metrics/reduction/mean-metric-wrapper.ts";
import { describeReceived } from "../text/describe-received.ts";
import { knownIdentifiers } from "./known-identifiers.ts";
import type { MetricIdentifier } from "./metric-identifier.ts";

/**
 * The metric that an identifier names.
 *
 * It knows the names of all classes (`"AUC"`), also in snake_case as in Keras (`"auc"`, `"mean_io_u"`) and in camelCase
 * (`"meanIoU"`), Keras' short names (`"mse"`, `"bce"`), other common ones (`"f1"`, `"rmse"`, `"iou"`), and the names of
 * TensorFlow.js' losses (`"meanSquaredError"`, `"cosineProximity"`). A metric object is returned as it is, and a function becomes a
 * `MeanMetricWrapper`. `"accuracy"` is the class `Accuracy`, which compares values: for scores see `metrics()`.
 *
 * As `keras.metrics.get` of Keras 3.16.
 *
 * @param identifier what to look for
 * @param args the options of the metric; by default none
 * @throws RangeError when the identifier is unknown; the message names the nearest ones
 * @throws TypeError when the metric needs options that are not given, or options are given with a metric object
 * @example
 * ```ts
 * const auc = getMetric("auc", { curve: "PR" });
 * auc.updateState([0, 1, 1], [0.1, 0.4, 0.8]);
 * auc.result(); // 1
 * getMetric("mse").name; // "mean_squared_error"
 * ```
 */
export function getMetric(
  identifier: MetricIdentifier,
  args: MetricArgs & Readonly<Record<string, unknown>> = {},
): Metric<MetricResult> {
  if (isMetric(identifier)) {
    if (Object.keys(args).length === 0) return identifier as Metric<MetricResult>;
    throw new TypeError(
      `getMetric: a metric object has its options already. Received: ${identifier.name}, and options for it`,
    );
  }
  if (typeof identifier === "function") return new MeanMetricWrapper(identifier, args);
  if (typeof identifier !== "string") {
    throw new TypeError(
      `getMetric: identifier must be a name, a metric or a function. Received: ${describeReceived(identifier)}`,
    );
  }
  const create = knownIdentifiers.get(identifier);
  if (create === undefined) throw unknownIdentifier(identifier);
  return create(args);
}

function unknownIdentifier(identifier: string): RangeError {
  // Each metric once, with its name in Keras.
  let names = [...knownIdentifiers.keys()].filter((name) => name === name.toLowerCase());
  const near: string[] = [];
  for (let next = closestName(identifier, names); next !== undefined && near.length < 3; ) {
    const found = next;
    near.push(found);
    names = names.filter((name) => name !== found);
    next = closestName(identifier, names);
  }
  return new RangeError(
    `getMetric: identifier must be the name of a metric. Received: ${describeReceived(identifier)}.` +
      (near.length === 0
        ? " All of them are in the documentation."
        : ` Did you mean ${near.join(", ")}?`),
  );
}
