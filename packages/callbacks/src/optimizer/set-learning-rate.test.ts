import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { learningRateOf } from "./learning-rate-of.ts";
import { setLearningRate } from "./set-learning-rate.ts";

const optimizers: Record<string, (rate: number) => tf.Optimizer> = {
  sgd: (rate) => tf.train.sgd(rate),
  momentum: (rate) => tf.train.momentum(rate, 0),
  adam: (rate) => tf.train.adam(rate),
  adamax: (rate) => tf.train.adamax(rate),
  rmsprop: (rate) => tf.train.rmsprop(rate),
  adagrad: (rate) => tf.train.adagrad(rate),
  adadelta: (rate) => tf.train.adadelta(rate),
};

/** The weight after one step from 1. */
async function step(optimizer: tf.Optimizer, rate?: number): Promise<number> {
  const layer = tf.layers.dense({ units: 1, inputShape: [1], kernelInitializer: "ones" });
  const model = tf.sequential({ layers: [layer] });
  model.compile({ optimizer, loss: "meanSquaredError" });
  if (rate !== undefined) {
    setLearningRate(model, rate);
    expect(learningRateOf(model)).toBe(rate);
  }
  await model.fit(tf.ones([4, 1]), tf.zeros([4, 1]), { epochs: 1, verbose: 0 });
  return model.getWeights()[0]?.dataSync()[0] ?? Number.NaN;
}

test.each(Object.entries(optimizers))("%s trains with the rate it was set to", async (_, make) => {
  expect(await step(make(0.5), 0.01)).toBe(await step(make(0.01)));
  expect(await step(make(0.5), 0.01)).not.toBe(await step(make(0.5)));
});
