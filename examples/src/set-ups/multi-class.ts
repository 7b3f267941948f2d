// Several classes: in which phase of the flight was it? `node examples/src/set-ups/multi-class.ts`
import {
  EarlyStopping,
  evaluate,
  F1Score,
  metrics,
  SparseTopKCategoricalAccuracy,
} from "@epochal/callbacks";
import * as tf from "@tensorflow/tfjs";
import { loadTask } from "./load-task.ts";

const phases = ["Approach", "Climb", "Take-off run", "Landing Roll", "Descent", "Taxi", "Parked"];
const { train, validation, width } = loadTask({
  seed: 7,
  hidden: "Phase of flight",
  target: (row) => [phases.indexOf(row["Phase of flight"])],
});
const model = tf.sequential({
  layers: [
    tf.layers.dense({ units: 16, activation: "relu", inputShape: [width] }),
    tf.layers.dense({ units: phases.length, activation: "softmax" }),
  ],
});
model.compile({
  optimizer: tf.train.adam(0.005),
  loss: "sparseCategoricalCrossentropy",
  metrics: metrics(
    "accuracy",
    new F1Score({ average: "macro", name: "macro_f1" }),
    new F1Score({ classNames: phases, name: "f1" }),
  ),
});

// Few aircraft are hit at the gate: the mean over phases asks for all of them, where accuracy forgets the rare.
const stop = new EarlyStopping({ monitor: "val_macro_f1", patience: 2, restoreBestWeights: true });
const { history } = await model.fit(train.x, train.y, {
  epochs: 8,
  batchSize: 64,
  verbose: 0,
  validationData: [validation.x, validation.y],
  callbacks: stop,
});

/** Of the best epoch, whose weights the model has. */
export const scores: Readonly<Record<string, number>> = await evaluate(
  model,
  validation.x,
  validation.y,
  {
    metrics: metrics(
      "accuracy",
      "sparse_categorical_crossentropy",
      new SparseTopKCategoricalAccuracy({ k: 2, name: "top_2" }),
      new F1Score({ classNames: phases, name: "f1" }),
    ),
  },
);
console.log(stop.reason ?? "trained to the end", scores);

export { history, model, validation };
