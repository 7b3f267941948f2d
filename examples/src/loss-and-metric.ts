// The figures of packages/callbacks/docs/loss-and-metric.md: node examples/src/loss-and-metric.ts
import { AUC, BinaryAccuracy, BinaryCrossentropy, evaluate } from "@epochal/callbacks";
import { shownEpoch } from "@epochal/conclusions";
import * as tf from "@tensorflow/tfjs";
import { loadBirdStrikes } from "./bird-strikes/load-bird-strikes.ts";

const BATCH = 32;
const { train, validation, width } = loadBirdStrikes({ seed: 7 });
const model = tf.sequential({
  layers: [
    tf.layers.dense({
      units: 32,
      activation: "relu",
      inputShape: [width],
      kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }),
    }),
    tf.layers.dense({
      units: 1,
      activation: "sigmoid",
      kernelInitializer: tf.initializers.glorotUniform({ seed: 2 }),
    }),
  ],
});
model.compile({
  optimizer: tf.train.adam(0.01),
  loss: "binaryCrossentropy",
  metrics: [new BinaryAccuracy({ name: "accuracy" }), new AUC()],
});

/**
 * The AUC of each validation batch, averaged: what TensorFlow.js makes of a function in `metrics`. A batch without a strike has
 * none, and counts as 0, as Keras has it.
 */
function meanOfBatches(): number {
  const auc = new AUC();
  const predictions = model.predict(validation.x) as tf.Tensor;
  const values: number[] = [];
  for (let start = 0; start < validation.x.shape[0]; start += BATCH) {
    const size = Math.min(BATCH, validation.x.shape[0] - start);
    const [labels, scores] = [validation.y, predictions].map((all) => all.slice(start, size));
    if (labels && scores) values.push(auc(labels, scores).dataSync()[0] || 0);
  }
  predictions.dispose();
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** What the model would get on its training data as it is now. */
async function onTrainingData(): Promise<number> {
  const { auc } = await evaluate(model, train.x, train.y, { metrics: ["auc"], batchSize: 1024 });
  return auc ?? Number.NaN;
}

/** A row of the table: the values of one epoch. */
export interface Row {
  readonly epoch: number;
  readonly [value: string]: number;
}

/** The values of each epoch. */
export const rows: Row[] = [];
let before = await onTrainingData();
await model.fit(train.x, train.y, {
  epochs: 8,
  batchSize: 128,
  shuffle: false,
  verbose: 0,
  validationData: [validation.x, validation.y],
  callbacks: {
    onEpochEnd: async (epoch, logs) => {
      const after = await onTrainingData();
      rows.push({ epoch, ...logs, mean_of_batches: meanOfBatches(), before, after });
      before = after;
    },
  },
});

/** Two metrics of the same model on the same data, to compare the loss with. */
export const last: Readonly<Record<string, number>> = await evaluate(
  model,
  validation.x,
  validation.y,
  { metrics: [new BinaryCrossentropy({ name: "crossentropy" }), "auc"] },
);

const columns = ["loss", "val_loss", "val_accuracy", "val_auc", "mean_of_batches"];
const training = ["before", "auc", "after"];
/** The figures as the page shows them. */
export const tables: readonly string[] = [columns, training].map((keys) =>
  [
    `| epoch | ${keys.join(" | ")} |`,
    `| --- |${" --- |".repeat(keys.length)}`,
    ...rows.map(
      (row) =>
        `| ${shownEpoch(row.epoch)} | ${keys.map((key) => row[key]?.toFixed(3)).join(" | ")} |`,
    ),
  ].join("\n"),
);
for (const table of tables) console.log(`${table}\n`);
