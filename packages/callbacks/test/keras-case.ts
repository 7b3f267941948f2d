import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs";
import type { MetricResult } from "../src/any-metric/metric-result.ts";
import * as epochal from "../src/index.ts";
import type { Metric } from "../src/metrics/metric.ts";

/** One case of golden/keras-metrics.json: what Keras' object of a class gave after some updates. */
export interface KerasCase {
  readonly id: string;
  readonly metric: string;
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly updates: readonly KerasUpdate[];
  readonly expected: number | readonly number[] | null;
  readonly expected_tolerance: { readonly atol: number; readonly rtol: number } | null;
  readonly keras_result: number | readonly number[];
  readonly note?: string;
  readonly exact?: {
    readonly roc_auc: number;
    readonly average_precision: number;
    /** Absent where samples have weights. */
    readonly delong_standard_error?: number;
  };
}

/** The arguments of one update. */
export interface KerasUpdate {
  readonly y_true?: epochal.MetricInput;
  readonly y_pred?: epochal.MetricInput;
  readonly values?: epochal.MetricInput;
  readonly sample_weight?: epochal.MetricInput;
  /** The mask that Keras would have attached to the predictions. */
  readonly y_pred_mask?: readonly (readonly number[])[];
}

export type KerasMetric = Metric<MetricResult>;

export function readKerasCases(): readonly KerasCase[] {
  const file = new URL("./golden/keras-metrics.json", import.meta.url);
  const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: KerasCase[] };
  return cases.filter(({ metric }) => metric in epochal);
}

/** The functions that cases name. */
const functions: Readonly<Record<string, unknown>> = {
  elementwise_squared_error: (yTrue: tf.Tensor, yPred: tf.Tensor) =>
    tf.squaredDifference(yTrue, yPred),
};

/** Our metric for Keras' constructor arguments; `dtype` has no counterpart, for we compute in double precision. */
export function createMetric(
  name: KerasCase["metric"],
  kwargs: KerasCase["kwargs"],
  overrides: object = {},
): KerasMetric {
  const args = Object.entries(kwargs)
    // Keras' None is absent here, but for one option that says it.
    .map(([key, value]) => [key, key === "class_aggregation" ? (value ?? "none") : value] as const)
    .filter(([key, value]) => key !== "dtype" && value !== null)
    .map(([key, value]) => [
      key.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()),
      functions[value as string] ?? value,
    ]);
  const Class = Reflect.get(epochal, name) as new (args: object) => KerasMetric;
  const { fn, ...options } = { ...Object.fromEntries(args), ...overrides } as { fn?: never };
  return fn === undefined ? new Class(options) : new epochal.MeanMetricWrapper(fn, options);
}

export function applyUpdates(metric: KerasMetric, updates: readonly KerasUpdate[]): void {
  for (const { values, y_true, y_pred, sample_weight: given, y_pred_mask: mask } of updates) {
    const sample_weight = mask === undefined ? given : masked(mask, given);
    if (values !== undefined) metric.updateState(values, sample_weight as epochal.MetricInput);
    else metric.updateState(y_true ?? [], y_pred ?? [], sample_weight);
  }
}

/** TensorFlow.js attaches no masks to predictions; here they are weights, multiplied into those given. */
function masked(
  mask: NonNullable<KerasUpdate["y_pred_mask"]>,
  given: KerasUpdate["sample_weight"],
): epochal.MetricInput {
  const weights = given as readonly (number | readonly number[])[] | undefined;
  return mask.map((row, i) =>
    row.map((kept, j) => {
      const weight = weights?.[i] ?? 1;
      return Number(kept) * (typeof weight === "number" ? weight : (weight[j] ?? 0));
    }),
  );
}
