// Trains until it is interrupted: node test/interrupted-fit.ts
import * as tf from "@tensorflow/tfjs";
import { EarlyStopping } from "../src/callbacks/early-stopping.ts";
import { fit as trainOn } from "../src/fitting/fit.ts";
import { tinyModel } from "./tiny-training.ts";

const y = tf.tensor2d(Array.from({ length: 12 }, (_, i) => [i % 2]));
const stopping = new EarlyStopping({
  monitor: "loss",
  patience: 1e6,
  minDelta: 1,
  restoreBestWeights: true,
  verbose: 1,
});
await trainOn(tinyModel(), tf.randomNormal([12, 2]), y, {
  epochs: 1e6,
  batchSize: 4,
  verbose: 0,
  callbacks: [
    stopping,
    {
      onEpochEnd: async (epoch: number) => {
        process.stdout.write(`epoch ${epoch}\n`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      },
      onTrainEnd: () => {
        process.stdout.write("plain callback ended\n");
      },
    },
  ],
});
