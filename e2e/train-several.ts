// Two runs of several fits, as a person would train them: `node train-several.ts <store>`. One trains its last layer alone, then all of
// it; the other calls `fit()` for every epoch.
import { AUC, EarlyStopping, History, ReduceLROnPlateau, TensorBoard } from "@epochal/callbacks";
import { openStore } from "@epochal/store";
import * as tf from "@tensorflow/tfjs";

const store = await openStore(process.argv[2]);
const x = tf.randomNormal([512, 8], 0, 1, "float32", 1);
const hidden = x.square().sum(1, true);
const y = hidden.greater(7).cast("float32");

function newModel(units: number): tf.Sequential {
  const kernelInitializer = tf.initializers.glorotUniform({ seed: 5 });
  const inner = { units, activation: "tanh", kernelInitializer } as const;
  return tf.sequential({
    layers: [
      tf.layers.dense({ ...inner, inputShape: [8] }),
      tf.layers.dense({ units: 1, activation: "sigmoid", kernelInitializer }),
    ],
  });
}

function compile(model: tf.Sequential, learningRate: number): void {
  const optimizer = tf.train.adam(learningRate);
  model.compile({ optimizer, loss: "binaryCrossentropy", metrics: [new AUC()] });
}

const args = { batchSize: 32, validationSplit: 0.25, verbose: 0 } as const;
const tuned = await store.startRun({
  project: "several",
  name: "frozen, then unfrozen",
  config: { units: 32 },
});
await tuned.track(async () => {
  const model = newModel(32);
  const [first] = model.layers;
  for (const [isFrozen, epochs, learningRate] of [
    [true, 5, 0.02],
    [false, 3, 0.01],
  ] as const) {
    if (first !== undefined) first.trainable = !isFrozen;
    compile(model, learningRate);
    const run = tuned;
    await model.fit(x, y, {
      ...args,
      epochs,
      callbacks: [
        new History({ run }),
        new TensorBoard({ run, updateFreq: "batch", histogramFreq: 1 }),
        new EarlyStopping({ run, monitor: "val_auc", patience: 5 }),
        new ReduceLROnPlateau({ run, monitor: "val_loss", patience: 1, minDelta: 0.02 }),
      ],
    });
  }
});

const outer = await store.startRun({
  project: "several",
  name: "a fit an epoch",
  config: { units: 16 },
});
await outer.track(async () => {
  const model = newModel(16);
  compile(model, 0.01);
  for (let i = 0; i < 10; i++) {
    await model.fit(x, y, { ...args, epochs: 1, callbacks: [new History({ run: outer })] });
  }
});
await store.close();
