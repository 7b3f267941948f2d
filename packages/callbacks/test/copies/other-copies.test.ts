import { tmpdir } from "node:os";
import path from "node:path";
import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  AUC,
  BackupAndRestore,
  EarlyStopping,
  evaluate,
  fit,
  fitDataset,
  History,
  ReduceLROnPlateau,
} from "../../src/index.ts";
import { randomNumbers } from "../../src/seed/random-numbers.ts";
import { type SecondCopy, secondCopy } from "./second-copy.ts";

type Layers = SecondCopy["layers"];

const samples = 50;
const random = randomNumbers(11);
const rows = Array.from({ length: samples }, () => [random(), random()]);
const labels = rows.map(([a = 0]) => [a + random() > 1 ? 1 : 0]);
let x: tf.Tensor;
let y: tf.Tensor;

beforeAll(async () => {
  await tf.setBackend("cpu");
  x = tf.tensor2d(rows);
  y = tf.tensor2d(labels);
});

afterAll(() => tf.dispose([x, y]));

let models = 0;

function model({ sequential, layers, initializers }: Layers): tf.Sequential {
  // The engine, which all copies share, takes a name once.
  const name = `model${models++}`;
  const initial = (seed: number) => initializers.glorotUniform({ seed });
  const built = sequential({
    layers: [
      layers.dense({
        name: `${name}a`,
        units: 3,
        inputShape: [2],
        activation: "tanh",
        kernelInitializer: initial(1),
      }),
      layers.dense({
        name: `${name}b`,
        units: 1,
        activation: "sigmoid",
        kernelInitializer: initial(2),
      }),
    ],
  });
  const metrics = [new AUC(), "accuracy"];
  built.compile({ optimizer: tf.train.sgd(0.5), loss: "binaryCrossentropy", metrics });
  return built;
}

const args = () => ({ epochs: 3, batchSize: 8, shuffle: false, verbose: 0 as const });
const dataset = () =>
  tf.data.zip({ xs: tf.data.array(rows), ys: tf.data.array(labels) }).batch(8) as never;
const numbers = (given: tf.Scalar | tf.Scalar[]) =>
  [given].flat().map((each) => {
    const [value] = each.dataSync();
    each.dispose();
    return value;
  });

/** All that people do with a model, and what they see. */
const ways: Readonly<Record<string, (given: tf.Sequential, layers: Layers) => Promise<unknown>>> = {
  fit: async (given) => (await given.fit(x, y, { ...args(), validationData: [x, y] })).history,
  "fit by batches": async (given) =>
    (await given.fitDataset(dataset(), { epochs: 2, verbose: 0, validationData: dataset() }))
      .history,
  callbacks: async (given) => {
    const history = new History();
    const seen: unknown[] = [];
    const callbacks = [
      history,
      { onEpochEnd: (_: number, logs?: tf.Logs) => void seen.push({ ...logs }) },
      new EarlyStopping({ monitor: "val_auc", patience: 1, restoreBestWeights: true }),
      new ReduceLROnPlateau({ monitor: "auc", patience: 1, factor: 0.5 }),
    ] as tf.CustomCallbackArgs[];
    await given.fit(x, y, { ...args(), epochs: 8, validationSplit: 0.3, callbacks });
    return [history.history, seen, given.getWeights().map((each) => each.dataSync())];
  },
  "one callback": async (given) => {
    const history = new History();
    await given.fit(x, y, { ...args(), callbacks: history });
    return history.history;
  },
  "callbacks of its own": async (given, { callbacks }) =>
    (
      await given.fit(x, y, {
        ...args(),
        validationData: [x, y],
        callbacks: [callbacks.earlyStopping({ monitor: "val_loss" }), new History()] as never,
      })
    ).history,
  "our fit": async (given) =>
    (
      await fit(given, x, y, {
        ...args(),
        seed: 5,
        shuffle: true,
        validationData: [x, y],
        callbacks: [new History()],
      })
    ).history,
  "our fit by batches": async (given) =>
    (await fitDataset(given, dataset(), { epochs: 2, verbose: 0, validationData: dataset() }))
      .history,
  "our evaluate": async (given) =>
    evaluate(given, x, y, { metrics: [new AUC(), "f1_score"], batchSize: 7 }),
  evaluate: async (given) => numbers(given.evaluate(x, y, { batchSize: 7 })),
  "evaluate by batches": async (given) => numbers(await given.evaluateDataset(dataset(), {})),
  backup: async (given) => {
    const backupDir = path.join(tmpdir(), `epochal-copies-${process.pid}`);
    const callbacks = [new BackupAndRestore({ backupDir })];
    return (await fit(given, x, y, { ...args(), seed: 1, callbacks })).history;
  },
};

test.each(Object.keys(ways))("a model of a second copy: %s", async (name) => {
  const run = ways[name] as (typeof ways)[string];
  const truth = await run(model(tf), tf);
  const second = secondCopy(true);
  try {
    expect(second.layers.LayersModel).not.toBe(tf.LayersModel);
    const before = tf.memory().numTensors;
    const given = model(second.layers);
    const built = tf.memory().numTensors;
    expect(await run(given, second.layers)).toEqual(truth);
    expect(tf.memory().numTensors - built).toBeLessThanOrEqual(1);
    given.dispose();
    expect(tf.memory().numTensors).toBeLessThanOrEqual(before + 1);
  } finally {
    second.remove();
  }
});

const { "our evaluate": exact, ...others } = ways;
/** What cannot work says so before it changes the weights. */
const refused: typeof ways = {
  ...others,
  "train on a batch": async (given) => given.trainOnBatch(x, y),
};

test.each(Object.keys(refused))("a model of a copy that does not show itself: %s", async (name) => {
  const run = refused[name] as (typeof ways)[string];
  const { layers } = secondCopy(false);
  const given = model(layers);
  const weights = given.getWeights().map((each) => each.dataSync().join());
  await expect(run(given, layers)).rejects.toThrow(
    /two copies of TensorFlow\.js.*\d+\.\d+\.\d+ \(\/.*tfjs-layers.*\).*npm ls @tensorflow\/tfjs-layers/,
  );
  expect(given.getWeights().map((each) => each.dataSync().join())).toEqual(weights);
  given.dispose();
});

test("evaluates a model of a copy that does not show itself, for it only predicts", async () => {
  const { layers } = secondCopy(false);
  const given = model(layers);
  expect(await exact?.(given, layers)).toEqual(await exact?.(model(tf), tf));
  given.dispose();
});

test("a function that hands a batch on to a metric is refused, for its average is not the value", async () => {
  const auc = new AUC();
  const given = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
  const wrapped = (yTrue: tf.Tensor, yPred: tf.Tensor) => auc(yTrue, yPred);
  given.compile({ optimizer: "sgd", loss: "meanSquaredError", metrics: [wrapped] });
  const sentence = /auc is called as a function for each batch.*Give compile\(\) the metric itself/;
  await expect(given.fit(x, y, args())).rejects.toThrow(sentence);
  expect(() => given.evaluate(x, y)).toThrow(sentence);
  given.dispose();
});

test("a metric is called alone in a hook and in a tidy, but not in a gradient", async () => {
  const auc = new AUC();
  const value = () => tf.tidy(() => auc(y, y).dataSync()[0]);
  const seen: unknown[] = [value()];
  const given = model(tf);
  const look = () => void seen.push(value());
  await given.fit(x, y, {
    ...args(),
    epochs: 1,
    callbacks: { onEpochEnd: look, onBatchBegin: look },
  });
  const variable = tf.variable(tf.scalar(1));
  const step = () => {
    look();
    return tf.square(variable) as tf.Scalar;
  };
  expect(() => tf.variableGrads(step)).toThrow(
    /loop of your own, call updateState\(\) and result\(\)/,
  );
  expect(new Set(seen)).toEqual(new Set([1]));
  variable.dispose();
  given.dispose();
});
