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
const told = Buffer.alloc(16);
let batches = 0;
const log = run.log.bind(run);
// Where recording a batch costs too much, fewer are recorded: what counts is what the run was told.
run.log = (values, at) => {
  log(values, at);
  if (values.batch_loss === undefined) return;
  told.writeDoubleLE(++batches);
  told.writeDoubleLE(at?.step ?? Number.NaN, 8);
  writeSync(note, told, 0, 16, 0);
};
await run.track(() =>
  model.fit(x, y, {
    epochs: 1e6,
    batchSize: 8,
    verbose: 0,
    callbacks: [new TensorBoard({ run, updateFreq: "batch" })],
  }),
);
