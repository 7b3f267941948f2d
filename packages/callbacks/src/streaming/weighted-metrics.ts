import type { AnyMetric } from "../any-metric/any-metric.ts";
import { internalsOf } from "../layers-model/layers-model-internals.ts";
import { checkLogKey } from "./check-log-key.ts";
import { checkTwin } from "./check-twin.ts";
import { checkValues } from "./check-values.ts";
import type { ModelStreams } from "./model-streams.ts";

/** A metric and the output it looks at. */
export interface PlacedMetric {
  readonly metric: AnyMetric;
  readonly output: number;
}

/** The option under which `fit()` of this package hands its weighted metrics on: stock `fit()` has none. */
export const weightedMetricsKey: unique symbol = Symbol.for("epochal.weightedMetrics") as never;

export function weightedMetricsIn(args: unknown): readonly PlacedMetric[] {
  return (
    (Object(args) as { [weightedMetricsKey]?: readonly PlacedMetric[] })[weightedMetricsKey] ?? []
  );
}

/** Adds weighted metrics to those of a compiled model. Returns a function that removes them. */
export function addWeightedMetrics(
  model: object,
  streams: ModelStreams,
  placed: readonly PlacedMetric[],
): () => void {
  for (const { metric } of placed) {
    checkValues(metric);
    checkTwin(metric);
  }
  const inner = internalsOf(model);
  const { metricsNames, metricsTensors, outputNames } = inner;
  const { bound } = streams;
  const before = metricsNames.length;
  for (const { metric, output } of placed) {
    const prefix = outputNames.length > 1 ? `${outputNames[output]}_` : "";
    const label = weightedLabel(new Set(metricsNames), prefix, metric.name);
    checkLogKey(label);
    const place = streams.bound.length;
    const index = metricsNames.push(label) - 1;
    metricsTensors.push([(yTrue, yPred) => streams.answer(place, yTrue, yPred), output]);
    streams.bound = [...streams.bound, { metric, label, index, weighs: output }];
  }
  return () => {
    // A model that was compiled anew meanwhile has other lists.
    if (inner.metricsNames === metricsNames) streams.bound = bound;
    metricsNames.length = before;
    metricsTensors.length = before - 1;
  };
}

/** Keras' key of a weighted metric: its name, or `weighted_` and its name where that is taken. */
export function weightedLabel(taken: ReadonlySet<string>, prefix: string, name: string): string {
  if (!taken.has(prefix + name)) return prefix + name;
  const weighted = `${prefix}weighted_${name}`;
  let label = weighted;
  for (let i = 1; taken.has(label); i++) label = `${weighted}_${i}`;
  return label;
}
