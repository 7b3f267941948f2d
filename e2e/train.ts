// A small training as a user would write it, slow enough to be watched: `node train.ts <store> [epochs] [file]`. With a file it goes
// no further than its third epoch until that file is there.
import { existsSync } from "node:fs";
import { AUC, EarlyStopping, History } from "@epochal/callbacks";
import { openStore } from "@epochal/store";
import * as tf from "@tensorflow/tfjs";

const file = process.argv[4];
const store = await openStore(process.argv[2]);
const x = tf.randomNormal([256, 4], 0, 1, "float32", 1);
const y = x.sum(1, true).greater(0).cast("float32");
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, activation: "sigmoid", inputShape: [4] })],
});
model.compile({ optimizer: "adam", loss: "binaryCrossentropy", metrics: [new AUC()] });
const run = await store.startRun({ project: "watched", name: "watched run", config: { units: 1 } });
await run.track(() =>
  model.fit(x, y, {
    epochs: Number(process.argv[3] ?? 12),
    validationSplit: 0.25,
    verbose: 0,
    callbacks: [
      new History({ run }),
      new EarlyStopping({ run, monitor: "val_auc", patience: 1000 }),
      new tf.CustomCallback({
        onEpochEnd: async (epoch) => {
          do await new Promise<void>((resolve) => setTimeout(resolve, file ? 50 : 400));
          while (epoch >= 2 && file !== undefined && !existsSync(file));
        },
      }),
    ],
  }),
);
await store.close();
