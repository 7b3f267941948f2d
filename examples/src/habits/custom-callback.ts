// A callback of one's own: how far training and validation have come apart. `node examples/src/habits/custom-callback.ts`
import { AUC, Callback } from "@epochal/callbacks";
import * as tf from "@tensorflow/tfjs";
import { loadBirdStrikes } from "../bird-strikes/load-bird-strikes.ts";

/** Adds the gap between a metric and its validation value to the logs, and ends training once it is too wide. */
class Gap extends Callback {
  readonly #metric: string;
  readonly #most: number;

  constructor({ metric, most }: { metric: string; most: number }) {
    super();
    this.#metric = metric;
    this.#most = most;
  }

  override async onEpochEnd(_epoch: number, logs: tf.Logs = {}): Promise<void> {
    const gap = (logs[this.#metric] ?? 0) - (logs[`val_${this.#metric}`] ?? 0);
    // Callbacks after this one, and the History, see it as any other value.
    logs[`${this.#metric}_gap`] = gap;
    if (gap > this.#most) this.trainedModel().stopTraining = true;
  }
}

const { train, validation, width } = loadBirdStrikes({ seed: 7 });
const seeded = (seed: number) => tf.initializers.glorotUniform({ seed });
const model = tf.sequential({
  layers: [
    tf.layers.dense({
      units: 64,
      activation: "relu",
      inputShape: [width],
      kernelInitializer: seeded(1),
    }),
    tf.layers.dense({ units: 1, activation: "sigmoid", kernelInitializer: seeded(2) }),
  ],
});
model.compile({
  optimizer: tf.train.adam(0.02),
  loss: "binaryCrossentropy",
  metrics: [new AUC()],
});
/** The values of each epoch, the gap among them. */
export const { history } = await model.fit(train.x, train.y, {
  epochs: 20,
  batchSize: 256,
  shuffle: false,
  verbose: 0,
  validationData: [validation.x, validation.y],
  callbacks: [new Gap({ metric: "auc", most: 0.05 })],
});
console.log(`ended after ${history.loss?.length} epochs, gap ${history.auc_gap?.at(-1)}`);
