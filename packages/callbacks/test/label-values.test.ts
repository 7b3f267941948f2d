import { describe, expect, test } from "vitest";
import type { MetricResult } from "../src/any-metric/metric-result.ts";
import {
  AUC,
  BinaryAccuracy,
  BinaryIoU,
  F1Score,
  FalseNegatives,
  FalsePositives,
  Hinge,
  type Metric,
  Precision,
  Recall,
  SquaredHinge,
  TrueNegatives,
  TruePositives,
} from "../src/index.ts";
import { type FormedMetric, formedMetrics } from "./formed-metrics.ts";

/** What a metric made of some labels. */
interface Outcome {
  readonly error?: string;
  readonly nanReason?: string | undefined;
  readonly remarks: readonly string[];
}

const CLASSES = 4;
const scores = [0.1, 0.4, 0.35, 0.8, 0.6, 0.3];
const logits = [-2.5, 1.5, 0.25, 3, -0.75, 0.5];

/** A row of the values that labels have, the higher one at the first class or at the last. */
function oneHotRow(label: number, labels: readonly number[]): number[] {
  const isUnit = labels.every((each) => each >= 0 && each <= 1);
  const [low, high] = isUnit ? [0, 1] : [Math.min(...labels), Math.max(...labels)];
  return [low + high - label, ...new Array<number>(CLASSES - 2).fill(low), label];
}

/** The forms in which a metric may take one label a sample, the first that it takes. */
const forms = [
  {
    shape: (labels: readonly number[]) => labels.map((label) => [label]),
    scores: (values: readonly number[]) => values.map((value) => [value]),
  },
  {
    shape: (labels: readonly number[]) => labels,
    scores: (values: readonly number[]) =>
      values.map((value) => [1 - value, ...new Array<number>(CLASSES - 2).fill(0), value]),
  },
  {
    shape: (labels: readonly number[]) => labels.map((label) => oneHotRow(label, labels)),
    scores: (values: readonly number[]) =>
      values.map((value) => [1 - value, ...new Array<number>(CLASSES - 2).fill(0), value]),
  },
];

function outcomeOf(
  { create }: FormedMetric,
  labels: readonly number[],
  predictions: readonly number[] = scores,
): Outcome {
  const form = forms.find((each) => {
    try {
      create().updateState(each.shape([0, 1, 1, 1, 0, 0]), each.scores(scores));
      return true;
    } catch {
      return false;
    }
  });
  const metric: Metric<MetricResult> = create();
  try {
    metric.updateState(form?.shape(labels) as number[][], form?.scores(predictions) as number[][]);
  } catch (error) {
    return { error: String(error), remarks: [] };
  }
  const isUndefined = [metric.result()].flat(2).some(Number.isNaN);
  return { nanReason: isUndefined ? metric.nanReason : undefined, remarks: metric.remarks };
}

const columns: Readonly<Record<string, readonly [labels: number[], predictions?: number[]]>> = {
  "−1 and 1": [[-1, 1, -1, 1, 1, -1]],
  "1 and 2": [[1, 2, 1, 2, 2, 1]],
  "0 and 255": [[0, 255, 0, 255, 255, 0]],
  "between 0 and 1": [[0, 0.3, 0.7, 1, 0.5, 0]],
  "all 0": [[0, 0, 0, 0, 0, 0]],
  "all 1": [[1, 1, 1, 1, 1, 1]],
  "logits as predictions": [[0, 1, 0, 1, 1, 0], logits],
};

/** The metrics to which labels are numbers, or only their order counts. */
const ofAnyNumbers = [
  ...["Accuracy", "CategoricalAccuracy", "TopKCategoricalAccuracy", "CosineProximity"],
  ...["CosineSimilarity", "ConcordanceCorrelation", "PearsonCorrelation", "R2Score", "Poisson"],
  ...["Huber", "LogCoshError", "MeanAbsoluteError", "MeanAbsolutePercentageError"],
  ...["MeanQuantileLoss", "MeanSquaredError", "MeanSquaredLogarithmicError"],
  ...["RootMeanSquaredError", "OneHotIoU", "OneHotMeanIoU"],
];
/** Those that say that a label is no class, as in Keras, and do not refuse it. */
const ofClasses = [
  ...["SparseCategoricalAccuracy", "SparseTopKCategoricalAccuracy"],
  ...["IoU (sparseYPred: false)", "MeanIoU (sparseYPred: false)"],
];
const ofSigns = ["Hinge", "SquaredHinge", "CategoricalHinge"];

describe.each(formedMetrics.map((metric) => [metric.title, metric] as const))(
  "%s",
  (title, metric) => {
    test("refuses labels it is not made for, by what they are", () => {
      for (const kind of ["−1 and 1", "1 and 2", "0 and 255"]) {
        const [labels] = columns[kind] ?? [[]];
        const { error, remarks } = outcomeOf(metric, labels);
        const takesThem =
          ofAnyNumbers.includes(title) ||
          // Class numbers 1 and 2 are classes beside four scores.
          (kind === "1 and 2" &&
            [...ofClasses, "SparseCategoricalCrossentropy", "NDCG"].includes(title)) ||
          (kind === "−1 and 1" && ofSigns.includes(title));
        if (takesThem) expect(error, kind).toBeUndefined();
        else if (ofClasses.includes(title))
          expect(remarks.join(), kind).toMatch(/outside of the classes/);
        else
          expect(error, kind).toMatch(/^RangeError: \w+: (labels must be|yTrue must) .*Received: /);
      }
    });
  },
);

test("labels between 0 and 1 give Keras' values", () => {
  // As Keras 3.12 gives them.
  const recorded: [Metric, number][] = [
    [new AUC({ numThresholds: 200 }), 1],
    [new AUC({ thresholds: [0.2, 0.37] }), 1],
    [new Precision(), 1],
    [new Recall(), 1 / 3],
    [new TruePositives(), 1],
    [new FalsePositives(), 0],
    [new TrueNegatives(), 1],
    [new FalseNegatives(), 2],
    [new BinaryAccuracy(), 0.5],
    [new BinaryIoU(), 1],
    [new F1Score({ average: "macro", threshold: 0.37 }), 0.65],
  ];
  for (const [metric, value] of recorded) {
    metric.updateState([[0], [0.3], [0.7], [1]], [[0.1], [0.4], [0.35], [0.8]]);
    expect(metric.result(), metric.name).toBeCloseTo(value, 6);
    expect(metric.remarks.join(), metric.name).toMatch(/^labels between 0 and 1 .*, as in Keras$/);
  }
});

test("hinge losses take −1 and 1 as 0 and 1", () => {
  for (const Class of [Hinge, SquaredHinge]) {
    const [signed, binary] = [new Class(), new Class()];
    signed.updateState([[-1], [1], [1]], [[-0.3], [0.2], [-0.8]]);
    binary.updateState([[0], [1], [1]], [[-0.3], [0.2], [-0.8]]);
    expect(signed.result()).toBe(binary.result());
  }
});

test("the documentation lists what each metric makes of labels that are unusual", async () => {
  const notes: string[] = [];
  const noteOf = (text: string) => {
    if (!notes.includes(text)) notes.push(text);
    return notes.indexOf(text) + 1;
  };
  const rows = new Map<string, string[]>();
  for (const metric of formedMetrics) {
    const cells = Object.values(columns).map(([labels, predictions]) => {
      const { error, nanReason, remarks } = outcomeOf(metric, labels, predictions);
      if (error !== undefined) return "error";
      if (nanReason !== undefined) return `NaN ${noteOf(nanReason)}`;
      return ["value", ...remarks.map((remark) => noteOf(remark))].join(" ");
    });
    const key = cells.join(" | ");
    rows.set(key, [...(rows.get(key) ?? []), metric.title]);
  }
  const heads = Object.keys(columns);
  const page = [
    "# Which labels metrics take",
    "",
    "What a metric makes of labels other than the 0 and 1, one-hot rows or class numbers it is made for, each beside predictions that it takes. Made by the tests.",
    "",
    "An **error** names the values and how to map them: `AUC: labels must be 0 or 1. Received: -1 and 1. Map them with y.add(1).div(2)`. Where labels can be read before training (tensors given to `fit()`, and validation data of `fitDataset()`) it comes before the first batch, else with the batch. Labels of sample weight 0 may be anything.",
    "",
    "**NaN** is what is not defined for such labels. A number behind it, or behind **value**, is what is said, once for a model and in one line for all metrics it is true of: before training where the labels tell, else at the end of the epoch or of `evaluate()`. `nanReason` and `remarks` of a metric give the same in a loop of your own. Running values of batches may be NaN too; of these nothing is said.",
    "",
    `| Metric | ${heads.join(" | ")} |`,
    `| --- |${" --- |".repeat(heads.length)}`,
    ...[...rows].map(([key, titles]) => `| ${titles.join(", ")} | ${key} |`),
    "",
    ...notes.map((note, i) => `${i + 1}. ${note}`),
    "",
    "Of several columns, those of `AUC({ multiLabel: true })` and of the correlations with `axis: 0` whose labels are of one class, or all the same, are left out of the mean, and that is said; where no column is left, the value is NaN.",
    "",
  ];
  await expect(page.join("\n")).toMatchFileSnapshot("../docs/labels.md");
});
