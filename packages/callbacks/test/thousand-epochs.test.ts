import { whole } from "@epochal/testing/full";
import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { AUC } from "../src/metrics/ranking/auc.ts";
import { everyCallback } from "./every-callback.ts";

/** A thousand, or two hundred: as many again as are let pass first. */
const EPOCHS = 2 * Math.max(100, whole(500));

// What writes a file an epoch is left out: a thousand of them say nothing more about memory.
const { BackupAndRestore: _, ModelCheckpoint: __, ...callbacks } = everyCallback;

test(`${EPOCHS} epochs with every callback leave no tensor, and memory flat`, async () => {
  await tf.setBackend("cpu");
  const [x, y] = [
    tf.randomNormal([6, 2], 0, 1, "float32", 1),
    tf.tensor2d([[0], [1], [0], [1], [1], [0]]),
  ];
  const model = tf.sequential({
    layers: [tf.layers.dense({ units: 1, inputShape: [2], activation: "sigmoid" })],
  });
  model.compile({ optimizer: "adam", loss: "meanSquaredError", metrics: [new AUC()] });
  await model.fit(x, y, { epochs: 1, verbose: 0 });
  const before = tf.memory().numTensors;
  const during = new Set<number>();
  const heap: number[] = [];
  const look = {
    onEpochEnd: (epoch: number) => {
      if (epoch >= EPOCHS / 2) during.add(tf.memory().numTensors);
      if (epoch % 100 === 99) heap.push(process.memoryUsage().heapUsed);
    },
  };
  const { epoch } = await model.fit(x, y, {
    epochs: EPOCHS,
    batchSize: 3,
    verbose: 0,
    validationData: [x, y],
    callbacks: [...Object.values(callbacks).map((create) => create()), look] as never,
  });
  expect(epoch).toHaveLength(EPOCHS);
  expect(tf.memory().numTensors).toBe(before);
  expect(during.size).toBe(1);
  // A record of ten numbers an epoch is kept by the Histories; not tensors, not batches.
  expect(Math.max(...heap) / 1e6).toBeLessThan(400);
}, 240_000);
