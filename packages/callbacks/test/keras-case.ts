import { readFileSync } from "node:fs";
import {
  Accuracy,
  AUC,
  BinaryAccuracy,
  BinaryCrossentropy,
  Mean,
  MeanAbsoluteError,
  MeanSquaredError,
  type MetricInput,
  Precision,
  Recall,
} from "../src/index.ts";

/** One case of golden/keras-metrics.json: what Keras' object of a class gave after some updates. */
export interface KerasCase {
  readonly id: string;
  readonly metric: keyof typeof classes;
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly updates: readonly KerasUpdate[];
  readonly expected: number | readonly number[] | null;
  readonly expected_tolerance: { readonly atol: number; readonly rtol: number } | null;
  readonly keras_result: number | readonly number[];
  readonly note?: string;
  readonly exact?: { readonly roc_auc: number; readonly average_precision: number };
}

/** The arguments of one update. */
export interface KerasUpdate {
  readonly y_true?: MetricInput;
  readonly y_pred?: MetricInput;
  readonly values?: MetricInput;
  readonly sample_weight?: MetricInput;
}

const classes = {
  AUC,
  Accuracy,
  BinaryAccuracy,
  BinaryCrossentropy,
  Mean,
  MeanAbsoluteError,
  MeanSquaredError,
  Precision,
  Recall,
} as const;

export type KerasMetric = InstanceType<(typeof classes)[keyof typeof classes]>;

export function readKerasCases(): readonly KerasCase[] {
  const file = new URL("./golden/keras-metrics.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { cases: KerasCase[] }).cases;
}

/** Our metric for Keras' constructor arguments; `dtype` has no counterpart, for we compute in double precision. */
export function createMetric(
  name: KerasCase["metric"],
  kwargs: KerasCase["kwargs"],
  overrides: object = {},
): KerasMetric {
  const args = Object.entries(kwargs)
    .filter(([key]) => key !== "dtype")
    .map(([key, value]) => [key.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()), value]);
  const Class = classes[name] as new (args: object) => KerasMetric;
  return new Class({ ...Object.fromEntries(args), ...overrides });
}

export function applyUpdates(metric: KerasMetric, updates: readonly KerasUpdate[]): void {
  for (const { values, y_true, y_pred, sample_weight } of updates) {
    if (metric instanceof Mean) metric.updateState(values ?? Number.NaN, sample_weight);
    else metric.updateState(y_true ?? [], y_pred ?? [], sample_weight);
  }
}
