// The lines of the README, on the bird strikes: `node examples/src/quick-start.ts`, then `npx epochal`.
import { AUC, EarlyStopping, History } from "@epochal/callbacks";
import { openStore } from "@epochal/store";
import * as tf from "@tensorflow/tfjs"; // or "@tensorflow/tfjs-node"
import { loadBirdStrikes } from "./bird-strikes/load-bird-strikes.ts";

const { train, validation, width } = loadBirdStrikes({ seed: 42 });
const layers = [
  tf.layers.dense({ units: 16, activation: "relu", inputShape: [width] }),
  tf.layers.dense({ units: 1, activation: "sigmoid" }),
];
const model = tf.sequential({ layers });
model.compile({ optimizer: "adam", loss: "binaryCrossentropy", metrics: ["accuracy", new AUC()] });

const store = await openStore(); // .epochal/runs.db, or EPOCHAL_STORE
const run = await store.startRun({ project: "quick-start", config: { units: 16 } });
const stop = new EarlyStopping({ run, monitor: "val_auc", patience: 3, restoreBestWeights: true });
await run.track(() =>
  model.fit(train.x, train.y, {
    epochs: 30,
    validationData: [validation.x, validation.y],
    callbacks: [new History({ run }), stop],
  }),
);
console.log(stop.reason ?? "trained to the end");
await store.close();
