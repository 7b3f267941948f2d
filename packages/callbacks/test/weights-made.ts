import * as tf from "@tensorflow/tfjs";
import { randomNumbers } from "../src/seed/random-numbers.ts";
import type { RandomModel } from "./random-model.ts";

export type Values = readonly (readonly number[])[];

/** The weights of a model in the order in which its layers made them: the same program makes them in the same order. */
export const madeIn = (model: tf.LayersModel) =>
  [...new Set(model.weights)].sort((a, b) => a.id - b.id);
export const valuesOf = (model: tf.LayersModel): Values =>
  madeIn(model).map((weight) => Array.from(weight.read().dataSync()));

/** Gives each weight values of its own. */
export function fillWeights(model: tf.LayersModel, seed: number): void {
  for (const [i, weight] of madeIn(model).entries()) {
    const shape = weight.shape as number[];
    // Positive, because variances are among them.
    tf.tidy(() => void weight.write(tf.randomUniform(shape, 0.1, 0.4, "float32", seed + i + 1)));
  }
}

/** Freezes and unfreezes parts of a model at random; its head is always trained. */
export function mask({ parts }: RandomModel, model: tf.LayersModel, seed: number): void {
  const draw = randomNumbers(seed);
  const all = parts(model);
  // Whatever was frozen before.
  for (const part of all) part.trainable = true;
  for (const part of all.slice(0, -2)) if (draw() < 0.6) part.trainable = draw() < 0.5;
  // The model itself, and then its head.
  if (draw() < 0.2) (all.at(-1) as tf.layers.Layer).trainable = false;
  (all.at(-1) as tf.layers.Layer).trainable = true;
  (all.at(-2) as tf.layers.Layer).trainable = true;
}
