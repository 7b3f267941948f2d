// Regression: how fast was the aircraft? `node examples/src/set-ups/regression.ts`
import { EarlyStopping, evaluate, huber, metrics } from "@epochal/callbacks";
import * as tf from "@tensorflow/tfjs";
import { loadTask } from "./load-task.ts";

// Knots / 100. A few speeds are far off, and the Huber loss minds them less than the squared error does.
const { train, validation, width } = loadTask({
  seed: 7,
  hidden: "Speed IAS in knots",
  keep: (row) => row["Speed IAS in knots"] !== "",
  target: (row) => [Number(row["Speed IAS in knots"]) / 100],
});
const model = tf.sequential({
  layers: [
    tf.layers.dense({ units: 16, activation: "relu", inputShape: [width] }),
    tf.layers.dense({ units: 1 }),
  ],
});
model.compile({
  optimizer: tf.train.adam(0.001),
  loss: huber({ delta: 0.5 }),
  metrics: metrics("mae", "root_mean_squared_error", "r2_score"),
});

const stop = new EarlyStopping({ monitor: "val_mae", patience: 2, restoreBestWeights: true });
await model.fit(train.x, train.y, {
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
  { metrics: ["mae", "mse", "root_mean_squared_error", "r2_score", "huber"] },
);
console.log(stop.reason ?? "trained to the end", scores);

export { model, validation };
