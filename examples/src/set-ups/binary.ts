// Two classes: was the aircraft damaged? `node examples/src/set-ups/binary.ts`
import { AUC, EarlyStopping, evaluate, metrics } from "@epochal/callbacks";
import * as tf from "@tensorflow/tfjs";
import { isDamaged } from "../bird-strikes/load-bird-strikes.ts";
import { loadTask } from "./load-task.ts";

const { train, validation, width } = loadTask({ seed: 7, target: (row) => [isDamaged(row)] });
const model = tf.sequential({
  layers: [
    tf.layers.dense({ units: 16, activation: "relu", inputShape: [width] }),
    tf.layers.dense({ units: 1, activation: "sigmoid" }),
  ],
});
model.compile({
  optimizer: tf.train.adam(0.005),
  loss: "binaryCrossentropy",
  metrics: metrics("accuracy", "precision", "recall", "auc", new AUC({ name: "pr", curve: "PR" })),
});

// One aircraft in ten was damaged: saying "no" to all of them has an accuracy of 0.89, and an AUC of 0.5.
const stop = new EarlyStopping({ monitor: "val_auc", patience: 2, restoreBestWeights: true });
await model.fit(train.x, train.y, {
  epochs: 8,
  batchSize: 64,
  verbose: 0,
  validationData: [validation.x, validation.y],
  callbacks: stop,
});

const auc = new AUC();
/** Of the best epoch, whose weights the model has. */
export const scores: Readonly<Record<string, number>> = await evaluate(
  model,
  validation.x,
  validation.y,
  { metrics: ["accuracy", "precision", "recall", "binary_crossentropy", auc] },
);
console.log(stop.reason ?? "trained to the end", scores, "95 %:", auc.confidenceInterval());

export { auc, model, validation };
