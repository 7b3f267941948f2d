import type { HostArray } from "../src/arrays/host-array.ts";
import { randomNumbers } from "../src/seed/random-numbers.ts";

/** How a form may be understood: what the same data are in the shapes `[n, 1]` or `[n, classes]`. */
export type Reading = "values" | "rows" | "one-hot" | "one row";

/** Labels and predictions in shapes that somebody may give. */
export interface InputForm {
  /** What stands in the head of its column. */
  readonly title: string;
  /** The shapes of labels and predictions of one sample. */
  readonly labelShape: readonly number[];
  readonly predictionShape: readonly number[];
  readonly labels: "binary" | "one-hot" | "classes";
  /** In which ways it may be read, the first that fits. */
  readonly readings: readonly Reading[];
  /** The shapes of weights of one sample that are tried with it. */
  readonly weights: readonly (readonly number[])[];
}

/** What a metric is updated with. */
export interface FormBatch {
  readonly truth: HostArray;
  readonly predictions: HostArray;
  readonly weights?: HostArray;
}

/** As many samples in a batch as steps, so that weights of one could pass for weights of the other. */
const FIRST_BATCH = 2;
const SAMPLES = 5;
const STEPS = 3;
const CLASSES = 4;

const form = (
  title: string,
  labelShape: readonly number[],
  predictionShape: readonly number[],
  labels: InputForm["labels"],
  ...readings: Reading[]
): InputForm => {
  const steps = predictionShape.slice(0, -1);
  return {
    title,
    labelShape,
    predictionShape,
    labels,
    readings,
    weights: [[], [1], ...(steps.length > 0 ? [steps, [...steps, 1]] : [])],
  };
};

/** Every form of the table. */
export const inputForms: readonly InputForm[] = [
  form("`[n]`, `[n]`", [], [], "binary", "values", "one row"),
  form("`[n, 1]`, `[n, 1]`", [1], [1], "binary", "values"),
  form("`[n]`, `[n, 1]`", [], [1], "binary", "values"),
  form("`[n, 1]`, `[n]`", [1], [], "binary", "values"),
  form("labels `[n, c]`, `[n, c]`", [CLASSES], [CLASSES], "binary", "rows"),
  form("one-hot `[n, c]`, `[n, c]`", [CLASSES], [CLASSES], "one-hot", "rows"),
  form("classes `[n]`, `[n, c]`", [], [CLASSES], "classes", "one-hot"),
  form("classes `[n, 1]`, `[n, c]`", [1], [CLASSES], "classes", "one-hot"),
  form("`[n, t, 1]`, `[n, t, 1]`", [STEPS, 1], [STEPS, 1], "binary", "values"),
  form("`[n, t]`, `[n, t, 1]`", [STEPS], [STEPS, 1], "binary", "values", "rows"),
  form("one-hot `[n, t, c]`, `[n, t, c]`", [STEPS, CLASSES], [STEPS, CLASSES], "one-hot", "rows"),
  form("classes `[n, t]`, `[n, t, c]`", [STEPS], [STEPS, CLASSES], "classes", "one-hot"),
  form("classes `[n, t, 1]`, `[n, t, c]`", [STEPS, 1], [STEPS, CLASSES], "classes", "one-hot"),
  form("`[n, h, w, 1]`, `[n, h, w, 1]`", [2, 3, 1], [2, 3, 1], "binary", "values"),
  form("one-hot `[n, h, w, c]`", [2, 3, CLASSES], [2, 3, CLASSES], "one-hot", "rows"),
  form("classes `[n, h, w]`, `[n, h, w, c]`", [2, 3], [2, 3, CLASSES], "classes", "one-hot"),
  form("classes `[n, h, w, 1]`, `[n, h, w, c]`", [2, 3, 1], [2, 3, CLASSES], "classes", "one-hot"),
];

/** The data of a form, cut into two batches of unequal size. */
export function formBatches(
  { labelShape, predictionShape, labels }: InputForm,
  weightShape?: readonly number[],
): readonly FormBatch[] {
  const random = randomNumbers(11);
  const width = predictionShape.at(-1) ?? 1;
  const rows = (SAMPLES * sizeOf(predictionShape)) / width;
  const scores = Array.from({ length: rows * width }, (_, i) =>
    i % 7 === 3 ? i % 2 : Math.fround(0.05 + 0.9 * random()),
  );
  if (labels !== "binary") {
    for (let row = 0; row < rows; row++) toShares(scores, row * width, width);
  }
  const classes = Array.from({ length: rows }, (_, row) => (row * 5 + (row % 3)) % width);
  const truth = {
    binary: () => scores.map((score, i) => Number(score > 0.5 !== (i % 3 === 0))),
    "one-hot": () =>
      classes.flatMap((id) => scores.slice(0, width).map((_, i) => Number(i === id))),
    classes: () => classes,
  }[labels]();
  const weights = Array.from(
    { length: SAMPLES * sizeOf(weightShape ?? []) },
    (_, i) => 1 + (i % 5),
  );
  return [
    [0, FIRST_BATCH],
    [FIRST_BATCH, SAMPLES],
  ].map(([from = 0, to = 0]) => ({
    truth: cut(truth, labelShape, from, to),
    predictions: cut(scores, predictionShape, from, to),
    ...(weightShape === undefined ? {} : { weights: cut(weights, weightShape, from, to) }),
  }));
}

/** The same data as a reading has them; undefined where the weights do not go with it. */
export function asRead(
  { truth, predictions, weights }: FormBatch,
  reading: Reading,
): FormBatch | undefined {
  const samples = predictions.shape[0] ?? 1;
  const isFlat = reading === "values";
  const inner = reading === "rows" && truth.shape.length < predictions.shape.length ? -2 : -1;
  const width = isFlat ? 1 : (predictions.shape.at(inner) ?? 1);
  const shape =
    reading === "one row"
      ? [1, predictions.values.length]
      : [predictions.values.length / width, width];
  const rows = shape[0] ?? 1;
  const read = {
    truth: {
      values: reading === "one-hot" ? oneHot(truth.values, width) : truth.values,
      shape,
    },
    predictions: { values: predictions.values, shape },
  };
  if (weights === undefined) return read;
  const own = weights.values.length;
  // Of one row each value has a weight.
  if (reading === "one row") return { ...read, weights: { values: weights.values, shape } };
  if (rows % own !== 0 || rows < samples) return undefined;
  const each = Array.from(
    { length: rows },
    (_, row) => weights.values[Math.floor((row * own) / rows)] ?? 1,
  );
  return { ...read, weights: { values: each, shape: [rows] } };
}

function oneHot(classes: ArrayLike<number>, width: number): number[] {
  return Array.from(classes).flatMap((id) =>
    Array.from({ length: width }, (_, i) => Number(i === id)),
  );
}

function toShares(scores: number[], start: number, width: number): void {
  const sum = scores.slice(start, start + width).reduce((all, score) => all + score, 0) || 1;
  for (let i = start; i < start + width; i++) scores[i] = Math.fround((scores[i] ?? 0) / sum);
}

function cut(
  values: readonly number[],
  shape: readonly number[],
  from: number,
  to: number,
): HostArray {
  const size = sizeOf(shape);
  return { values: values.slice(from * size, to * size), shape: [to - from, ...shape] };
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}
