import * as tf from "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-wasm";
import { afterEach, expect, test } from "vitest";
import { givenSeed, setSeed } from "./set-seed.ts";

const { random } = Math;
afterEach(() => {
  Math.random = random;
});

/** Weights after a training with unseeded initial weights, dropout and order of samples. */
async function trained(seed: number): Promise<number[]> {
  setSeed(seed);
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 8, activation: "relu", inputShape: [3] }),
      tf.layers.dropout({ rate: 0.5 }),
      tf.layers.dense({ units: 1 }),
    ],
  });
  model.compile({ optimizer: "adam", loss: "meanSquaredError" });
  const x = tf.tensor2d(Array.from({ length: 40 }, (_, i) => [i % 3, i % 5, i % 7]));
  const y = x.sum(1, true);
  await model.fit(x, y, { epochs: 3, batchSize: 8, verbose: 0 });
  return model.getWeights().flatMap((weight) => [...weight.dataSync()]);
}

test.each(["cpu", "wasm"])(
  "makes initial weights, dropout and the order of samples the same every time on %s",
  async (backend) => {
    await tf.setBackend(backend);
    const first = await trained(7);
    expect(await trained(7)).toEqual(first);
    expect(await trained(8)).not.toEqual(first);
    expect(givenSeed()).toBe(8);
    await tf.setBackend("cpu");
  },
);

test("gives even numbers in [0, 1)", () => {
  setSeed(1);
  const drawn = Array.from({ length: 20_000 }, () => Math.random());
  expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
});

test.each([1.5, Number.NaN, "7", undefined])("refuses %s", (seed) => {
  expect(() => setSeed(seed as number)).toThrow("setSeed: seed must be a whole number.");
});
