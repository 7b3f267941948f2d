import * as tf from "@tensorflow/tfjs";
import type { RandomModel } from "./random-model.ts";
import { mask } from "./weights-made.ts";

interface TrainArgs {
  readonly callbacks: readonly object[];
  readonly optimizer?: tf.Optimizer;
  readonly epochs?: number;
  /** What decides the layers that are frozen when the model is compiled. */
  readonly compiled?: number;
}

/** Trains with callbacks while another one freezes and unfreezes at the beginning of each epoch. */
export async function trainFreezing(
  random: RandomModel,
  seed: number,
  model: tf.LayersModel,
  { callbacks, optimizer = tf.train.sgd(0.01), epochs = 4, compiled = seed }: TrainArgs,
) {
  mask(random, model, compiled);
  model.compile({ optimizer, loss: "meanSquaredError" });
  const x = random.samples();
  await model
    .fit(x, tf.ones([6, 1]), {
      epochs,
      batchSize: 3,
      shuffle: false,
      verbose: 0,
      callbacks: [
        new tf.CustomCallback({
          onEpochBegin: (epoch) => mask(random, model, seed + 100 * (epoch + 1)),
        }),
        ...callbacks,
      ] as tf.CustomCallback[],
    })
    .catch((error: Error) => {
      if (error.message !== "interrupted") throw error;
    });
}
