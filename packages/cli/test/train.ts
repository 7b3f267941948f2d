// Trains until somebody asks it to stop: `node train.ts <store>`.
import { History } from "@epochal/callbacks";
import { openStore } from "@epochal/store";
import * as tf from "@tensorflow/tfjs";

const store = await openStore(process.argv[2]);
const run = await store.startRun({ project: "birds", name: "long" });
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
const x = tf.tensor2d([[1], [2], [3], [4]]);
const slow = {
  onBatchEnd: () => new Promise<void>((resolve) => setTimeout(resolve, 20)),
};
process.stdout.write("ready\n");
await run.track(() =>
  model.fit(x, x, {
    epochs: 2000,
    batchSize: 1,
    verbose: 0,
    callbacks: [new History({ run }), slow],
  }),
);
await store.close();
