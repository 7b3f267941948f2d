import { whole } from "@epochal/testing/full";
import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { MetricResult } from "../src/any-metric/metric-result.ts";
import type { Metric } from "../src/metrics/metric.ts";
import { formedMetrics } from "./formed-metrics.ts";

type Layer = tf.layers.Layer;

/** A model whose output has this shape, its loss, and the labels that go with both. */
interface FittedForm {
  readonly title: string;
  readonly inputShape: readonly number[];
  readonly head: () => Layer[];
  readonly loss: string;
  readonly labels: (samples: number) => tf.Tensor;
}

const CLASSES = 4;
const STEPS = 3;
const binary = (...shape: number[]) => tf.randomUniform(shape, 0, 2, "int32", 3).toFloat();
const classes = (...shape: number[]) => tf.randomUniform(shape, 0, CLASSES, "int32", 5).toFloat();
const oneHot = (...shape: number[]) => tf.oneHot(classes(...shape).toInt(), CLASSES).toFloat();
const dense = (units: number, activation: "sigmoid" | "softmax") =>
  tf.layers.dense({ units, activation });
const conv = (filters: number, activation: "sigmoid" | "softmax") =>
  tf.layers.conv2d({ filters, kernelSize: 1, activation });

const forms: readonly FittedForm[] = [
  ...[
    { title: "one value a sample", inputShape: [2], labels: (n: number) => binary(n, 1) },
    {
      title: "one value a step",
      inputShape: [STEPS, 2],
      labels: (n: number) => binary(n, STEPS, 1),
    },
  ].map((each) => ({ ...each, head: () => [dense(1, "sigmoid")], loss: "binaryCrossentropy" })),
  {
    title: "several labels a sample",
    inputShape: [2],
    head: () => [dense(CLASSES, "sigmoid")],
    loss: "binaryCrossentropy",
    labels: (n) => binary(n, CLASSES),
  },
  {
    title: "one value a pixel",
    inputShape: [2, 3, 2],
    head: () => [conv(1, "sigmoid")],
    loss: "meanSquaredError",
    labels: (n) => binary(n, 2, 3, 1),
  },
  ...[[], [STEPS], [2, 3]].flatMap((steps) => [
    {
      title: `one-hot rows of [${["n", ...steps]}]`,
      inputShape: [...steps, 2],
      head: () => [steps.length === 2 ? conv(CLASSES, "softmax") : dense(CLASSES, "softmax")],
      loss: "categoricalCrossentropy",
      labels: (n: number) => oneHot(n, ...steps),
    },
    {
      title: `class numbers of [${["n", ...steps]}]`,
      inputShape: [...steps, 2],
      head: () => [steps.length === 2 ? conv(CLASSES, "softmax") : dense(CLASSES, "softmax")],
      loss: "sparseCategoricalCrossentropy",
      labels: (n: number) => classes(n, ...steps, 1),
    },
  ]),
];

beforeAll(async () => {
  await tf.setBackend("cpu");
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterAll(() => {
  vi.restoreAllMocks();
});

/** Those of all metrics that take these labels and predictions, and what they give. */
function taking(y: tf.Tensor, p: tf.Tensor): Map<Metric<MetricResult>, number> {
  const results = new Map<Metric<MetricResult>, number>();
  for (const { create } of formedMetrics) {
    const metric = create();
    try {
      metric.updateState(y, p);
    } catch {
      continue;
    }
    const { [metric.name]: value } = metric.namedResults();
    // A matrix has no place in the logs.
    if (value !== undefined) results.set(create(), value);
  }
  return results;
}

// All of them, or every third.
const tried = forms.filter((_, i) => whole(2) === 2 || i % 3 === 0);

test.each(tried.map((form) => [form.title, form] as const))(
  "fit and evaluate give each metric's value of %s",
  async (_, { inputShape, head, loss, labels }) => {
    const input = tf.input({ shape: [...inputShape] });
    const output = head().reduce(
      (tensor, layer) => layer.apply(tensor) as tf.SymbolicTensor,
      input,
    );
    const model = tf.model({ inputs: input, outputs: output as tf.SymbolicTensor });
    const samples = 7;
    const x = tf.randomNormal([samples, ...inputShape], 0, 1, "float32", 7);
    const y = labels(samples);
    const metrics = taking(y, model.predict(x) as tf.Tensor);
    expect(metrics.size).toBeGreaterThan(15);
    model.compile({ optimizer: "sgd", loss, metrics: [...metrics.keys()] });
    const { history } = await model.fit(x, y, {
      epochs: 1,
      batchSize: 3,
      verbose: 0,
      validationData: [x, y],
    });
    const expected = taking(y, model.predict(x) as tf.Tensor);
    const evaluated = model.evaluate(x, y, { batchSize: 2 }) as tf.Scalar[];
    for (const [metric, value] of expected) {
      const at = model.metricsNames.indexOf(metric.name);
      // TensorFlow.js hands over float32 numbers.
      const isNear = (given: number | undefined) =>
        Math.abs((given ?? Number.NaN) - value) <= 1e-6 + 1e-6 * Math.abs(value);
      expect(isNear(history[`val_${metric.name}`]?.[0] as number), metric.name).toBe(true);
      expect(isNear(evaluated[at]?.dataSync()[0]), metric.name).toBe(true);
    }
  },
);
