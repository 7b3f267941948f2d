import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { AUC, evaluate, fit, fitDataset, getMetric } from "../src/index.ts";

type Nested = number | readonly Nested[];
type ByOutput<T> = T | Readonly<Record<string, T>>;
type Weights = ByOutput<Nested> | null;

/** One training of golden/keras-sample-weight.json, as golden/keras-sample-weight.py made it. */
interface WeightCase {
  readonly id: string;
  readonly model: keyof typeof losses;
  readonly weights: readonly Nested[];
  readonly x: Nested;
  readonly y: ByOutput<Nested>;
  readonly batch_size: number;
  readonly sample_weight: Weights;
  readonly class_weight: Readonly<Record<string, number>> | null;
  readonly validation_data: readonly [Nested, ByOutput<Nested>, Weights?] | null;
  readonly validation_split: number;
  readonly metrics: ByOutput<readonly string[]>;
  readonly weighted_metrics: ByOutput<readonly string[]>;
  readonly history: Readonly<Record<string, readonly number[]>>;
  readonly final_weights: readonly Nested[];
  readonly evaluation: Readonly<Record<string, number>>;
}

const file = new URL("golden/keras-sample-weight.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: readonly WeightCase[] };

const losses = {
  dense: "binaryCrossentropy",
  softmax: "categoricalCrossentropy",
  "two outputs": { p: "binaryCrossentropy", q: "meanSquaredError" },
  steps: "meanSquaredError",
  "steps of classes": "sparseCategoricalCrossentropy",
} as const;

beforeAll(async () => {
  await tf.setBackend("cpu");
});

const metric = (name: string) =>
  name === "auc" ? new AUC({ name, numThresholds: 200 }) : getMetric(name, { name });

function metricsOf(names: WeightCase["metrics"]) {
  if (Array.isArray(names)) return names.map(metric);
  const lists = Object.entries(names).map(([output, list]) => [output, list.map(metric)]);
  return Object.fromEntries(lists);
}

function modelOf({ model: kind, weights, metrics }: WeightCase): tf.LayersModel {
  const { dense } = tf.layers;
  const isOfSteps = kind.startsWith("steps");
  const a = tf.input({ shape: isOfSteps ? [3, 2] : [2] });
  const isHidden = kind === "dense" || kind === "two outputs";
  const hidden = isHidden ? dense({ units: 3, activation: "tanh" }).apply(a) : a;
  const isOfClasses = kind === "softmax" || kind === "steps of classes";
  const activation = isOfClasses ? "softmax" : "sigmoid";
  const p = dense({ units: isOfClasses ? 3 : 1, activation, name: "p" }).apply(hidden);
  const q = kind === "two outputs" ? [dense({ units: 2, name: "q" }).apply(hidden)] : [];
  const model = tf.model({ inputs: a, outputs: [p, ...q] as tf.SymbolicTensor[] });
  model.setWeights(weights.map((each) => tf.tensor(each as number[])));
  const optimizer = tf.train.sgd(0.5);
  model.compile({ optimizer, loss: losses[kind], metrics: metricsOf(metrics) as never });
  return model;
}

/** Tensors, where the samples or an object of them by output stand. */
function tensors(given: ByOutput<Nested>, rows?: readonly [number, number]): tf.Tensor {
  if (!Array.isArray(given) && typeof given === "object") {
    const each = Object.entries(given).map(([name, value]) => [name, tensors(value, rows)]);
    return Object.fromEntries(each);
  }
  const all = given as readonly Nested[];
  return tf.tensor((rows === undefined ? all : all.slice(...rows)) as number[]);
}

/** As a dataset of batches `{ xs, ys, sampleWeight }`. */
function batchesOf(x: Nested, y: ByOutput<Nested>, weight: Weights | undefined, size: number) {
  const samples = (x as readonly Nested[]).length;
  return tf.data.generator(function* () {
    for (let start = 0; start < samples; start += size) {
      const rows = [start, start + size] as const;
      const batch = { xs: tensors(x, rows), ys: tensors(y, rows) };
      yield weight == null ? batch : { ...batch, sampleWeight: tensors(weight, rows) };
    }
  } as never) as tf.data.Dataset<tf.TensorContainer>;
}

function argsOf(given: WeightCase) {
  const { class_weight: classWeight, weighted_metrics: names } = given;
  const weightedMetrics = metricsOf(names);
  return { epochs: 2, verbose: 0, weightedMetrics, ...(classWeight && { classWeight }) } as const;
}

function expectClose(values: Record<string, unknown>, expected: Record<string, unknown>): void {
  expect(Object.keys(values).sort()).toEqual(Object.keys(expected).sort());
  for (const [key, each] of Object.entries(expected)) {
    for (const [i, value] of [each].flat().entries()) {
      expect([values[key]].flat()[i], `${key} ${i}`).toBeCloseTo(value as number, 5);
    }
  }
}

function expectTrained(model: tf.LayersModel, history: tf.History, given: WeightCase): void {
  expectClose(history.history, given.history);
  for (const [i, weight] of model.getWeights().entries()) {
    const expected = tf.tensor(given.final_weights[i] as number[]).dataSync();
    for (const [at, value] of weight.dataSync().entries()) {
      expect(value, `weight ${i}`).toBeCloseTo(expected[at] as number, 5);
    }
  }
}

describe.each(cases.map((given) => [given.id, given] as const))("as Keras: %s", (_, given) => {
  const { x, y, sample_weight: weight, validation_data: held, batch_size: batchSize } = given;

  test("fit", async () => {
    const model = modelOf(given);
    const history = await fit(model, tensors(x), tensors(y), {
      ...argsOf(given),
      batchSize,
      shuffle: false,
      validationSplit: given.validation_split,
      ...(weight !== null && { sampleWeight: weight as never }),
      ...(held && { validationData: validationOf(held) }),
    });
    expectTrained(model, history, given);
    const args = {
      batchSize,
      weightedMetrics: metricsOf(given.weighted_metrics),
      ...(weight !== null && { sampleWeight: weight as never }),
    };
    expectClose(await evaluate(model, tensors(x), tensors(y), args), given.evaluation);
  });

  if (given.validation_split === 0)
    test("fitDataset", async () => {
      const model = modelOf(given);
      const dataset = batchesOf(x, y, weight, batchSize);
      const history = await fitDataset(model, dataset, {
        ...argsOf(given),
        ...(held && { validationData: batchesOf(held[0], held[1], held[2], 2) }),
      });
      expectTrained(model, history, given);
      const weightedMetrics = metricsOf(given.weighted_metrics);
      const found = await evaluate(model, batchesOf(x, y, weight, 4), { weightedMetrics });
      expectClose(found, given.evaluation);
    });

  if (held)
    test("fit with a validation dataset", async () => {
      const [valX, valY, valWeight] = held as NonNullable<typeof held>;
      const model = modelOf(given);
      const history = await fit(model, tensors(x), tensors(y), {
        ...argsOf(given),
        batchSize,
        shuffle: false,
        ...(weight !== null && { sampleWeight: weight as never }),
        validationData: batchesOf(valX, valY, valWeight, 3),
      });
      expectTrained(model, history, given);
    });

  if (held)
    test("fitDataset with validation tensors", async () => {
      const model = modelOf(given);
      const history = await fitDataset(model, batchesOf(x, y, weight, batchSize), {
        ...argsOf(given),
        validationBatchSize: 3,
        validationData: validationOf(held as NonNullable<typeof held>),
      });
      expectTrained(model, history, given);
    });
});

function validationOf([x, y, weight]: NonNullable<WeightCase["validation_data"]>) {
  const data = [tensors(x), tensors(y)] as const;
  return weight == null ? data : ([...data, weight as never] as const);
}
