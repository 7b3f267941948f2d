import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import {
  AUC,
  CohenKappa,
  F1Score,
  MeanAbsoluteError,
  R2Score,
  RootMeanSquaredError,
} from "../src/index.ts";
import { rankStatistic } from "./rank-statistic.ts";

type Rows = readonly number[];

/** Each metric once more, as a textbook writes it. */
const byHand: Readonly<Record<string, (labels: Rows, predictions: Rows) => number>> = {
  auc: (labels, predictions) => rankStatistic([...labels], [...predictions]),
  f1_score: (labels, predictions) => {
    const { tp, fp, fn } = countsOf(labels, predictions);
    return (2 * tp) / (2 * tp + fp + fn);
  },
  cohen_kappa: (labels, predictions) => {
    const { tp, fp, fn, tn } = countsOf(labels, predictions);
    const n = labels.length;
    const chance = ((tp + fp) * (tp + fn) + (tn + fn) * (tn + fp)) / n ** 2;
    return ((tp + tn) / n - chance) / (1 - chance);
  },
  mean_absolute_error: (labels, predictions) =>
    mean(labels.map((label, i) => Math.abs(label - (predictions[i] ?? 0)))),
  root_mean_squared_error: (labels, predictions) =>
    Math.sqrt(mean(labels.map((label, i) => (label - (predictions[i] ?? 0)) ** 2))),
  r2_score: (labels, predictions) => {
    const centre = mean(labels);
    const rest = mean(labels.map((label, i) => (label - (predictions[i] ?? 0)) ** 2));
    return 1 - rest / mean(labels.map((label) => (label - centre) ** 2));
  },
};

const ofClasses = ["auc", "f1_score", "cohen_kappa"];
const ofNumbers = ["mean_absolute_error", "root_mean_squared_error", "r2_score"];

function countsOf(labels: Rows, predictions: Rows) {
  const count = (label: number, isPositive: boolean) =>
    labels.filter((each, i) => each === label && (predictions[i] ?? 0) > 0.5 === isPositive).length;
  return { tp: count(1, true), fp: count(0, true), fn: count(1, false), tn: count(0, false) };
}

function mean(values: Rows): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const classMetrics = () => [
  new AUC(),
  new F1Score({ average: "macro", threshold: 0.5 }),
  new CohenKappa(),
];
const numberMetrics = () => [new MeanAbsoluteError(), new RootMeanSquaredError(), new R2Score()];

function layer(units: number, activation: "sigmoid" | "linear", name: string) {
  const kernelInitializer = tf.initializers.randomNormal({ seed: 5, stddev: 0.5 });
  return tf.layers.dense({ units, activation, name, kernelInitializer });
}

/** What metrics of different families must show on every backend, for one output and for several. */
export function familiesContract(prepare: () => Promise<string>): void {
  describe("metrics of every family, against predict()", () => {
    let x: tf.Tensor2D;
    let isPositive: tf.Tensor2D;
    let amount: tf.Tensor2D;
    beforeAll(async () => {
      await tf.setBackend(await prepare());
      x = tf.randomNormal([75, 3], 0, 1, "float32", 21);
      const rows = x.arraySync();
      isPositive = tf.tensor2d(rows.map(([a = 0, b = 0], i) => [a + b + (i % 3) > 1 ? 1 : 0]));
      amount = tf.tensor2d(rows.map(([a = 0, b = 0, c = 0]) => [3 + a - 2 * b * c]));
    });

    const flat = (tensor: tf.Tensor): Rows => Array.from(tensor.dataSync());
    const expectByHand = (
      values: Readonly<Record<string, unknown>>,
      prefix: string,
      names: readonly string[],
      labels: tf.Tensor,
      predictions: tf.Tensor,
    ) => {
      for (const name of names) {
        const expected = byHand[name]?.(flat(labels), flat(predictions)) ?? Number.NaN;
        expect(values[prefix + name], prefix + name).toBeCloseTo(expected, 5);
      }
    };
    const datasetOf = (ys: Record<string, tf.Tensor2D> | tf.Tensor2D) => {
      const rows = (tensor: tf.Tensor2D) => tf.data.array(tensor.arraySync());
      const labels =
        ys instanceof tf.Tensor
          ? rows(ys)
          : tf.data.zip(
              Object.fromEntries(Object.entries(ys).map(([key, value]) => [key, rows(value)])),
            );
      return tf.data.zip({ xs: rows(x), ys: labels as never }).batch(16) as tf.data.Dataset<{
        xs: tf.Tensor;
        ys: tf.Tensor;
      }>;
    };
    const last = (history: tf.History["history"]) =>
      Object.fromEntries(Object.entries(history).map(([key, values]) => [key, values.at(-1)]));
    const named = (model: tf.LayersModel, outs: tf.Scalar | tf.Scalar[]) =>
      Object.fromEntries(
        [outs].flat().map((value, i) => [model.metricsNames[i], value.dataSync()[0]]),
      );

    test.each([
      ["classes", "sigmoid", ofClasses, classMetrics],
      ["numbers", "linear", ofNumbers, numberMetrics],
    ] as const)("one output of %s", async (_, activation, names, create) => {
      const y = activation === "sigmoid" ? isPositive : amount;
      const input = tf.input({ shape: [3] });
      const output = layer(1, activation, "only").apply(input) as tf.SymbolicTensor;
      const model = tf.model({ inputs: input, outputs: output });
      model.compile({ optimizer: tf.train.sgd(0.05), loss: "meanSquaredError", metrics: create() });
      const shared = { epochs: 2, verbose: 0 };

      const before = tf.memory().numTensors;
      const fitted = await model.fit(x, y, { ...shared, batchSize: 16, validationData: [x, y] });
      const predictions = model.predict(x) as tf.Tensor;
      expectByHand(last(fitted.history), "val_", names, y, predictions);
      const outs = model.evaluate(x, y, { batchSize: 11 });
      expectByHand(named(model, outs), "", names, y, predictions);
      const fromDataset = await model.evaluateDataset(datasetOf(y), {});
      expectByHand(named(model, fromDataset), "", names, y, predictions);
      tf.dispose([predictions, outs, fromDataset]);
      expect(tf.memory().numTensors).toBe(before);

      const again = await model.fitDataset(datasetOf(y), {
        ...shared,
        validationData: datasetOf(y),
      });
      const later = model.predict(x) as tf.Tensor;
      expectByHand(last(again.history), "val_", names, y, later);
    });

    test("training values are those of the predictions made while training", async () => {
      const input = tf.input({ shape: [3] });
      const output = layer(1, "sigmoid", "only").apply(input) as tf.SymbolicTensor;
      const model = tf.model({ inputs: input, outputs: output });
      // With a rate of 0 the weights stay, and so the predictions are those of predict().
      model.compile({
        optimizer: tf.train.sgd(0),
        loss: "meanSquaredError",
        metrics: classMetrics(),
      });
      const { history } = await model.fit(x, isPositive, { epochs: 2, batchSize: 16, verbose: 0 });
      expectByHand(last(history), "", ofClasses, isPositive, model.predict(x) as tf.Tensor);
    });

    test("several outputs, each with metrics of its own, under its own name", async () => {
      const input = tf.input({ shape: [3] });
      const outputs = [
        layer(1, "sigmoid", "damage").apply(input),
        layer(1, "linear", "cost").apply(input),
      ] as tf.SymbolicTensor[];
      const model = tf.model({ inputs: input, outputs });
      model.compile({
        optimizer: tf.train.sgd(0.01),
        loss: ["binaryCrossentropy", "meanSquaredError"],
        metrics: { damage: classMetrics(), cost: numberMetrics() } as never,
      });
      const ys = [isPositive, amount];
      const before = tf.memory().numTensors;
      const { history } = await model.fit(x, ys, {
        epochs: 2,
        batchSize: 16,
        verbose: 0,
        validationData: [x, ys],
      });
      const [damage, cost] = model.predict(x) as [tf.Tensor, tf.Tensor];
      const logs = last(history);
      expectByHand(logs, "val_damage_", ofClasses, isPositive, damage);
      expectByHand(logs, "val_cost_", ofNumbers, amount, cost);
      const outs = model.evaluate(x, ys, { batchSize: 11 });
      expectByHand(named(model, outs), "damage_", ofClasses, isPositive, damage);
      expectByHand(named(model, outs), "cost_", ofNumbers, amount, cost);
      expect((logs.val_cost_mean_absolute_error as number) > 0).toBe(true);
      const squared = byHand.root_mean_squared_error?.(flat(amount), flat(cost)) ?? Number.NaN;
      expect(logs.val_cost_loss).toBeCloseTo(squared ** 2, 4);
      tf.dispose([damage, cost, outs]);
      expect(tf.memory().numTensors).toBe(before);

      const dataset = datasetOf({ damage: isPositive, cost: amount });
      const again = await model.fitDataset(dataset, {
        epochs: 1,
        verbose: 0,
        validationData: dataset,
      });
      const [laterDamage, laterCost] = model.predict(x) as [tf.Tensor, tf.Tensor];
      expectByHand(last(again.history), "val_damage_", ofClasses, isPositive, laterDamage);
      expectByHand(last(again.history), "val_cost_", ofNumbers, amount, laterCost);
    });
  });
}
