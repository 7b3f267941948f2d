import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as tf from "@tensorflow/tfjs";
import { afterAll, describe, expect, test } from "vitest";
import { BackupAndRestore } from "../callbacks/backup-and-restore.ts";
import { EarlyStopping } from "../callbacks/early-stopping.ts";
import { AUC } from "../metrics/ranking/auc.ts";
import { fit } from "./fit.ts";
import { fitDataset } from "./fit-dataset.ts";

const folder = mkdtempSync(path.join(tmpdir(), "epochal-weights-"));
afterAll(() => rmSync(folder, { recursive: true }));

const x = tf.randomUniform([12, 2], 0, 1, "float32", 3) as tf.Tensor2D;
const y = tf.tensor1d([0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0]);
const weights = Array.from({ length: 12 }, (_, i) => (i % 5) / 2);
const quiet = { epochs: 2, verbose: 0 } as const;

function newModel(loss: unknown = "binaryCrossentropy"): tf.Sequential {
  const kernelInitializer = tf.initializers.glorotUniform({ seed: 4 });
  const head = tf.layers.dense({
    units: 1,
    activation: "sigmoid",
    inputShape: [2],
    kernelInitializer,
  });
  const model = tf.sequential({ layers: [head] });
  model.compile({ optimizer: tf.train.sgd(0.5), loss: loss as string, metrics: [new AUC()] });
  return model;
}

describe("weights of samples", () => {
  test("stay with their samples when these are shuffled", async () => {
    const train = async (shuffle: boolean) => {
      const args = { ...quiet, shuffle, seed: 5, sampleWeight: weights, batchSize: 12 };
      const { history } = await fit(newModel(), x, y, { ...args, weightedMetrics: ["auc"] });
      return history;
    };
    const [ordered, shuffled] = [await train(false), await train(true)];
    expect(shuffled.loss?.[1]).toBeCloseTo(ordered.loss?.[1] as number, 6);
    expect(shuffled.weighted_auc).toEqual(ordered.weighted_auc);
  });

  test("leave no tensors, and their metrics are gone after the fit", async () => {
    const model = newModel();
    const args = { ...quiet, sampleWeight: tf.tensor1d(weights), classWeight: { 0: 1, 1: 2 } };
    const before = tf.memory().numTensors;
    const validationData = [x, y, weights] as const;
    await fit(model, x, y, { ...args, weightedMetrics: ["auc", "mae"], validationData });
    expect(tf.memory().numTensors).toBe(before);
    expect(args.sampleWeight.isDisposed).toBe(false);
    const { history } = await fit(model, x, y, quiet);
    expect(Object.keys(history)).toEqual(["loss", "auc"]);
    expect(tf.memory().numTensors).toBe(before);
  });

  test("make a metric that callbacks watch, whose direction they know", async () => {
    const stopping = new EarlyStopping({ monitor: "val_weighted_auc", patience: 1 });
    await fit(newModel(), x, y, {
      ...quiet,
      weightedMetrics: ["auc"],
      validationData: [x, y, weights],
      callbacks: stopping,
    });
    expect(stopping.getState()).toMatchObject({ lastEpoch: 1 });
    const misspelt = new EarlyStopping({ monitor: "val_weighted_aux", patience: 1 });
    const failing = fit(newModel(), x, y, {
      ...quiet,
      weightedMetrics: ["auc"],
      validationData: [x, y],
      callbacks: misspelt,
    });
    await expect(failing).rejects.toThrow("val_weighted_auc");
  });

  test("count after an interruption as if there had been none", async () => {
    const args = { epochs: 3, batchSize: 5, seed: 2, verbose: 0 } as const;
    const weighing = { sampleWeight: weights, weightedMetrics: ["auc", "mae"] };
    const whole = await fit(newModel(), x, y, { ...args, ...weighing });
    const backup = () =>
      new BackupAndRestore({ backupDir: path.join(folder, "backup"), saveFreq: 1 });
    let batches = 0;
    const stop = () => {
      if (++batches === 5) throw new Error("interrupted");
    };
    const callbacks = [backup(), { onBatchEnd: stop }];
    await expect(fit(newModel(), x, y, { ...args, ...weighing, callbacks })).rejects.toThrow(
      "interrupted",
    );
    const resumed = await fit(newModel(), x, y, { ...args, ...weighing, callbacks: backup() });
    for (const [key, values] of Object.entries(whole.history)) {
      for (const [epoch, value] of values.entries()) {
        expect(resumed.history[key]?.[epoch], key).toBeCloseTo(value as number, 5);
      }
    }
  });

  test("weigh samples of a loss of one's own, and never its columns", async () => {
    const perValue = (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.squaredDifference(yTrue, yPred);
    const model = tf.sequential({
      layers: [tf.layers.dense({ units: 3, inputShape: [1], kernelInitializer: "zeros" })],
    });
    model.compile({ optimizer: tf.train.sgd(0), loss: perValue as never });
    const labels = tf.tensor2d([
      [1, 0, 0],
      [0, 0, 0],
      [0, 0, 3],
    ]);
    const sampleWeight = [1, 10, 100];
    const { history } = await fit(model, tf.zeros([3, 1]), labels, { ...quiet, sampleWeight });
    expect(history.loss?.[0]).toBeCloseTo((1 + 100 * 9) / 9, 4);
  });

  test.each([
    [
      { sampleWeight: [1, 2] },
      "fit: sampleWeight must have the shape [12], for labels of shape [12,1]. Received: shape [2]",
    ],
    [{ sampleWeight: { q: weights } }, "fit: sampleWeight must name outputs of the model"],
    [{ validationData: [x, y, [1]] }, "fit: validationData: sampleWeight must have the shape [12]"],
    [{ weightedMetrics: { q: ["auc"] } }, "q"],
    [{ weightedMetrics: ["aux"] }, "Did you mean"],
  ])("are refused where they do not fit: %o", async (args, message) => {
    const model = newModel();
    const before = tf.memory().numTensors;
    await expect(fit(model, x, y, { ...quiet, ...(args as object) })).rejects.toThrow(message);
    expect(tf.memory().numTensors).toBe(before);
  });

  test("of a dataset are refused where they do not fit its batches", async () => {
    const rows = {
      xs: tf.data.array([
        [1, 2],
        [3, 4],
      ]),
      ys: tf.data.array([[0], [1]]),
    };
    const batches = tf.data.zip({
      ...rows,
      sampleWeight: tf.data.array([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    });
    const failing = fitDataset(newModel(), batches.batch(2) as never, { epochs: 1, verbose: 0 });
    await expect(failing).rejects.toThrow("fitDataset: sampleWeight must have the shape [2]");
  });
});
