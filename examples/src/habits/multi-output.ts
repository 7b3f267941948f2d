// Two outputs: was the aircraft damaged, and how fast was it? `node examples/src/habits/multi-output.ts`
import { AUC, EarlyStopping, evaluate, MeanAbsoluteError } from "@epochal/callbacks";
import * as tf from "@tensorflow/tfjs";
import { isDamaged } from "../bird-strikes/load-bird-strikes.ts";
import { loadTask } from "../set-ups/load-task.ts";

const { train, validation, width } = loadTask({
  seed: 7,
  hidden: "Speed IAS in knots",
  keep: (row) => row["Speed IAS in knots"] !== "",
  target: (row) => [isDamaged(row), Number(row["Speed IAS in knots"]) / 100],
});
/** A column of the targets for each output, in their order. */
const outputsOf = (y: tf.Tensor2D) => y.split(2, 1);

const input = tf.input({ shape: [width] });
const hidden = tf.layers
  .dense({
    units: 16,
    activation: "relu",
    kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }),
  })
  .apply(input);
const head = (name: string, activation: "sigmoid" | "linear", seed: number) =>
  tf.layers
    .dense({
      units: 1,
      activation,
      name,
      kernelInitializer: tf.initializers.glorotUniform({ seed }),
    })
    .apply(hidden) as tf.SymbolicTensor;
const model = tf.model({
  inputs: input,
  outputs: [head("damage", "sigmoid", 2), head("speed", "linear", 3)],
});
model.compile({
  optimizer: tf.train.adam(0.003),
  loss: ["binaryCrossentropy", "meanSquaredError"],
  // Metrics by output; their keys are damage_auc and speed_mean_absolute_error.
  metrics: { damage: new AUC(), speed: new MeanAbsoluteError() } as never,
});
const stop = new EarlyStopping({
  monitor: "val_damage_auc",
  patience: 2,
  restoreBestWeights: true,
});
const { history } = await model.fit(train.x, outputsOf(train.y), {
  epochs: 8,
  batchSize: 64,
  shuffle: false,
  verbose: 0,
  validationData: [validation.x, outputsOf(validation.y)],
  callbacks: stop,
});

/** Of the best epoch, output by output. */
export const scores: Readonly<Record<string, number>> = await evaluate(
  model,
  validation.x,
  outputsOf(validation.y),
  // As many rows at once as in training: with another number a backend may add up in another order.
  { metrics: { damage: ["auc"], speed: ["mae"] }, batchSize: 64 },
);
console.log(stop.reason ?? "trained to the end", scores);

export { history, model, stop, validation };
