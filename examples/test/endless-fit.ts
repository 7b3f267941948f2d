// Trains until it is killed, and notes down how many batches were recorded: `node endless-fit.ts <store> <note>`.
import { openSync, writeSync } from "node:fs";
import { AUC, TensorBoard } from "@epochal/callbacks";
import { openStore } from "@epochal/store";
import * as tf from "@tensorflow/tfjs";

const [, , location, noteFile = ""] = process.argv;
await tf.setBackend("cpu");
const store = await openStore(location);
const run = await store.startRun({ project: "birds" });
const x = tf.randomNormal([64, 4], 0, 1, "float32", 1);
const y = x.sum(1, true).greater(0).cast("float32");
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, activation: "sigmoid", inputShape: [4] })],
});
model.compile({ optimizer: "sgd", loss: "binaryCrossentropy", metrics: [new AUC()] });

const note = openSync(noteFile, "w");
const count = Buffer.alloc(8);
let batches = 0;
const board = new TensorBoard({ run, updateFreq: "batch" });
const takeNote = new tf.CustomCallback({
  onBatchEnd: () => {
    count.writeDoubleLE(++batches);
    writeSync(note, count, 0, 8, 0);
  },
});
await run.track(() =>
  model.fit(x, y, { epochs: 1e6, batchSize: 8, verbose: 0, callbacks: [board, takeNote] }),
);
