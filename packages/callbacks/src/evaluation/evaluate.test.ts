import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { Precision } from "../metrics/confusion/precision.ts";
import { AUC } from "../metrics/ranking/auc.ts";
import { MeanAbsoluteError } from "../metrics/regression/mean-absolute-error.ts";
import { evaluate } from "./evaluate.ts";

const scores = [0.1, 0.4, 0.35, 0.8, 0.65, 0.2, 0.9];
const labels = [0, 0, 1, 1, 0, 1, 1];
const weights = [1, 2, 0.5, 1, 3, 1, 1];
const column = (values: readonly number[]) => tf.tensor2d(values.map((value) => [value]));

/** A model that gives back what it is given. */
function echo(outputs = 1): tf.LayersModel {
  const input = tf.input({ shape: [1] });
  const layers = Array.from({ length: outputs }, (_, i) =>
    tf.layers
      .dense({
        units: 1,
        useBias: false,
        kernelInitializer: "ones",
        name: i === 0 ? "first" : "second",
      })
      .apply(input),
  );
  return tf.model({ inputs: input, outputs: layers as tf.SymbolicTensor[] });
}

function aucByPairs(weighted: boolean): number {
  let [wins, pairs] = [0, 0];
  for (const [i, score] of scores.entries()) {
    for (const [j, other] of scores.entries()) {
      if (labels[i] !== 1 || labels[j] !== 0) continue;
      const weight = weighted ? (weights[i] ?? 0) * (weights[j] ?? 0) : 1;
      pairs += weight;
      if (score > other) wins += weight;
    }
  }
  return wins / pairs;
}

describe("evaluate", () => {
  test.each([1, 3, 7, 100])("scores all samples exactly, in batches of %i", async (batchSize) => {
    const progress: unknown[] = [];
    const auc = new AUC();
    auc.updateState([1], [0.5]);
    const [x, y, model] = [column(scores), column(labels), echo()];
    const before = tf.memory().numTensors;
    const result = await evaluate(model, x, y, {
      metrics: [auc, "precision", new Precision({ name: "strict", thresholds: [0.5, 0.85] })],
      batchSize,
      onProgress: (...args) => void progress.push(args),
    });
    expect(tf.memory().numTensors).toBe(before);
    expect(result.auc).toBeCloseTo(aucByPairs(false), 12);
    expect(result).toEqual({
      auc: result.auc,
      precision: 2 / 3,
      strict: (2 / 3 + 1) / 2,
      "strict[0.5]": 2 / 3,
      "strict[0.85]": 1,
    });
    expect(auc.result()).toBe(result.auc);
    expect(progress.at(-1)).toEqual([7, 7]);
    expect(progress).toHaveLength(Math.ceil(7 / batchSize));
  });

  test("weighs samples, of tensors and of datasets", async () => {
    const fromTensors = await evaluate(echo(), column(scores), column(labels), {
      metrics: ["auc"],
      weightedMetrics: ["auc"],
      sampleWeight: weights,
      batchSize: 3,
    });
    expect(fromTensors.auc).toBeCloseTo(aucByPairs(false), 12);
    expect(fromTensors.weighted_auc).toBeCloseTo(aucByPairs(true), 12);
    const dataset = tf.data
      .zip({
        xs: tf.data.array(scores.map((score) => [score])),
        ys: tf.data.array(labels.map((label) => [label])),
        sampleWeight: tf.data.array(weights),
      })
      .batch(2);
    const before = tf.memory().numTensors;
    const model = echo();
    const fromDataset = await evaluate(model, dataset, { weightedMetrics: ["auc"] });
    expect(fromDataset.auc).toBeCloseTo(aucByPairs(true), 12);
    model.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  test("scores each output with its own metrics, or all with the same", async () => {
    const x = column(scores);
    const y = { first: column(labels), second: column(scores.map((score) => score + 0.25)) };
    const own = await evaluate(echo(2), x, y, {
      metrics: { first: ["auc"], second: ["mae", new MeanAbsoluteError({ name: "mae" })] },
    });
    expect(Object.keys(own)).toEqual(["first_auc", "second_mae", "second_mae_1"]);
    expect(own.first_auc).toBeCloseTo(aucByPairs(false), 12);
    expect(own.second_mae).toBeCloseTo(0.25, 6);
    const same = await evaluate(echo(2), [x], [y.first, y.second], { metrics: ["mae"] });
    expect(Object.keys(same)).toEqual(["first_mae", "second_mae"]);
  });

  test("takes the metrics the model was compiled with, and leaves them as they are", async () => {
    const model = echo();
    const auc = new AUC();
    model.compile({ optimizer: "sgd", loss: "meanSquaredError", metrics: ["accuracy", auc] });
    const [x, y] = [column(scores), column(labels)];
    const result = await evaluate(model, x, y);
    expect(Object.keys(result)).toEqual(["loss", "acc", "auc"]);
    const stock = (model.evaluate(x, y) as tf.Scalar[]).map((each) => each.dataSync()[0] as number);
    expect(await evaluate(model, x, y, { returnDict: false })).toEqual(Object.values(result));
    for (const [i, value] of Object.values(result).entries()) {
      expect(value).toBeCloseTo(stock[i] as number, 6);
    }
    const own = await evaluate(model, x, y, { metrics: ["mae"] });
    expect(Object.keys(own)).toEqual(["loss", "mae"]);
    expect(result.auc).toBeCloseTo(aucByPairs(false), 12);
    expect(auc.result()).toBe(0);
  });

  test("takes samples and labels of rank 1, as a column", async () => {
    const [x, y] = [tf.tensor1d(scores), tf.tensor1d(labels)];
    const before = tf.memory().numTensors;
    const free = echo();
    const bare = await evaluate(free, x, y, { metrics: ["auc", "mae"], batchSize: 3 });
    free.dispose();
    const model = echo();
    model.compile({ optimizer: "sgd", loss: "meanSquaredError", metrics: ["mae"] });
    const compiled = await evaluate(model, x, y, { batchSize: 3 });
    model.dispose();
    expect(tf.memory().numTensors).toBe(before);
    expect(bare.auc).toBeCloseTo(aucByPairs(false), 12);
    expect(compiled.mae).toBeCloseTo(bare.mae as number, 6);
  });

  test("weighs the loss of each output, and leaves out outputs without weights", async () => {
    const model = echo(2);
    model.compile({ optimizer: "sgd", loss: "meanAbsoluteError" });
    const [x, y] = [column(scores), [column(labels), column(labels)]];
    const errors = scores.map((score, i) => Math.abs(score - (labels[i] as number)));
    const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;
    const weighed = meanOf(errors.map((error, i) => error * (weights[i] as number)));
    const args = { sampleWeight: { second: weights }, batchSize: 3 };
    const found = await evaluate(model, x, y, args);
    expect(found.first_loss).toBeCloseTo(meanOf(errors), 6);
    expect(found.second_loss).toBeCloseTo(weighed, 6);
    expect(found.loss).toBeCloseTo(meanOf(errors) + weighed, 6);
    await expect(evaluate(model, x, y, { sampleWeight: { third: weights } })).rejects.toThrow(
      "evaluate: sampleWeight must name outputs of the model, first, second. Received: third",
    );
  });

  test("takes as many batches of a dataset as it is told", async () => {
    const ys = tf.data.array(labels.map((label) => [label]));
    const dataset = tf.data.zip({ xs: ys, ys }).batch(2);
    const seen: number[] = [];
    const onProgress = (done: number) => void seen.push(done);
    await evaluate(echo(), dataset, { metrics: ["mae"], batches: 2, onProgress });
    expect(seen).toEqual([2, 4]);
  });

  test("takes functions", async () => {
    const difference = (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.sub(yTrue, yPred);
    const model = echo();
    const [x, y] = [column(scores), column(labels)];
    const before = tf.memory().numTensors;
    const result = await evaluate(model, x, y, { metrics: [difference], batchSize: 2 });
    expect(result.difference).toBeCloseTo((4 - 3.4) / 7, 6);
    expect(tf.memory().numTensors).toBe(before);
  });

  test.each([
    [{ metrics: ["aux"] }, "Did you mean"],
    [
      {},
      "evaluate: metrics must be given, because the model was compiled neither with a loss nor with a metric of this package",
    ],
    [{ metrics: { other: ["auc"] } }, "evaluate: metrics must name outputs of the model, first"],
    [{ metrics: ["auc"], batchSize: 0 }, "evaluate: batchSize must be a whole number above 0"],
    [
      { weightedMetrics: ["auc"], sampleWeight: [1] },
      "evaluate: sampleWeight must have the shape [7], for labels of shape [7,1]. Received: shape [1]",
    ],
    [
      { metrics: ["auc"], sampleWeight: weights },
      "evaluate: nothing uses sampleWeight, because the model has no loss. Give the metrics that should use it as weightedMetrics",
    ],
    [{ metrics: ["auc"], returnDict: 1 }, "evaluate: returnDict must be true or false"],
    [{ metrics: ["auc"], batches: 0.5 }, "evaluate: batches must be a whole number above 0"],
    [{ metrics: ["auc"], onProgress: 3 }, "evaluate: onProgress must be a function. Received: 3"],
  ])("refuses %j", async (args, message) => {
    const model = echo();
    await expect(evaluate(model, column(scores), column(labels), args as never)).rejects.toThrow(
      message,
    );
  });

  test("refuses data that do not fit, and frees its tensors", async () => {
    const model = echo();
    const [x, y] = [column(scores), column([1, 0])];
    const before = tf.memory().numTensors;
    await expect(evaluate(model, x, y, { metrics: ["auc"] })).rejects.toThrow(
      "evaluate: x and y must have the same number of samples. Received: 7 and 2",
    );
    const wide = tf.zeros([7, 3]);
    await expect(evaluate(model, x, wide, { metrics: ["auc"] })).rejects.toThrow("same shape");
    wide.dispose();
    expect(tf.memory().numTensors).toBe(before);
    await expect(
      evaluate(model, tf.data.array([1, 2]) as never, { metrics: ["auc"] }),
    ).rejects.toThrow("evaluate: a dataset must give batches of { xs, ys }");
  });
});
