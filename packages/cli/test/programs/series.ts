// Foretells the next value of a wave, with early stopping of TensorFlow.js.
import { parseArgs } from "node:util";
import * as tf from "@tensorflow/tfjs";

const { values } = parseArgs({
  options: { units: { type: "string", default: "3" }, token: { type: "string" } },
});
const units: number = Number(values.units);
const wave = Array.from({ length: 30 }, (_, i) => Math.sin(i / 2));
const windows = wave.slice(0, -4).map((_, i) => wave.slice(i, i + 4).map((value) => [value]));
const next = wave.slice(4).map((value) => [value]);

const input = tf.input({ shape: [4, 1] });
const hidden = tf.layers.simpleRNN({ units }).apply(input) as tf.SymbolicTensor;
const output = tf.layers.dense({ units: 1 }).apply(hidden) as tf.SymbolicTensor;
const model: tf.LayersModel = tf.model({ inputs: input, outputs: output });
model.compile({ optimizer: tf.train.momentum(0.01, 0.9), loss: "meanSquaredError" });
const xs = tf.tensor3d(windows);
const ys = tf.tensor2d(next);
await model.fit(xs, ys, {
  epochs: 20,
  batchSize: 8,
  verbose: 0,
  validationData: [xs, ys],
  callbacks: tf.callbacks.earlyStopping({ monitor: "val_loss", minDelta: 10, patience: 2 }),
});
console.log(`foretold with ${units} units`);
