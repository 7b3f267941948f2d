import type { MetricResult } from "../src/any-metric/metric-result.ts";
import * as epochal from "../src/index.ts";
import type { Metric } from "../src/metrics/metric.ts";

type AnyMetric = Metric<MetricResult>;
type MetricClass = new (args?: object) => AnyMetric;

/** A metric of the table of input forms. */
export interface FormedMetric {
  /** What stands in the table. */
  readonly title: string;
  readonly create: () => AnyMetric;
  /** The metric that gives the same of one-hot rows, where this one takes class numbers alone. */
  readonly reference: () => AnyMetric;
}

const options: Readonly<Record<string, object>> = {
  SensitivityAtSpecificity: { specificity: 0.4 },
  SpecificityAtSensitivity: { sensitivity: 0.4 },
  PrecisionAtRecall: { recall: 0.4 },
  RecallAtPrecision: { precision: 0.4 },
  TopKCategoricalAccuracy: { k: 2 },
  SparseTopKCategoricalAccuracy: { k: 2 },
  IoU: { numClasses: 4, targetClassIds: [0, 2], sparseYPred: false },
  MeanIoU: { numClasses: 4, sparseYPred: false },
  OneHotIoU: { numClasses: 4, targetClassIds: [0, 2] },
  OneHotMeanIoU: { numClasses: 4 },
};

const references: Readonly<Record<string, string>> = {
  SparseCategoricalAccuracy: "CategoricalAccuracy",
  SparseTopKCategoricalAccuracy: "TopKCategoricalAccuracy",
  SparseCategoricalCrossentropy: "CategoricalCrossentropy",
  IoU: "OneHotIoU",
  MeanIoU: "OneHotMeanIoU",
};

/** These take values, or a function of the user's own. */
const others = ["Mean", "Sum", "MeanMetricWrapper", "Metric"];

const create = (name: string): AnyMetric => {
  const { sparseYPred, ...given } = (options[name] ?? {}) as { sparseYPred?: boolean };
  const Class = Reflect.get(epochal, name) as MetricClass;
  return new Class(sparseYPred === undefined ? given : { ...given, sparseYPred });
};

/** Metrics whose options decide what they look at. */
export const variantMetrics: readonly FormedMetric[] = [
  ["AUC (multiLabel)", () => new epochal.AUC({ multiLabel: true })] as const,
  ["AUC (numThresholds: 200)", () => new epochal.AUC({ numThresholds: 200 })] as const,
  ["Precision (topK: 2)", () => new epochal.Precision({ topK: 2 })] as const,
  ["Recall (classId: 1)", () => new epochal.Recall({ classId: 1 })] as const,
  [
    "PrecisionAtRecall (classId: 1)",
    () => new epochal.PrecisionAtRecall({ recall: 0.4, classId: 1 }),
  ] as const,
].map(([title, make]) => ({ title, create: make, reference: make }));

/** Every metric of labels and predictions that the package exports. */
export const formedMetrics: readonly FormedMetric[] = Object.entries(epochal)
  .filter(
    ([name, value]) =>
      typeof value === "function" &&
      value.prototype instanceof epochal.Metric &&
      !others.includes(name),
  )
  .map(([name]) => ({
    title: Object.hasOwn(options[name] ?? {}, "sparseYPred")
      ? `${name} (sparseYPred: false)`
      : name,
    create: () => create(name),
    reference: () => create(references[name] ?? name),
  }))
  .sort((a, b) => (a.title < b.title ? -1 : 1));
