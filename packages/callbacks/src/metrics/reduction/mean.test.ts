import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Mean } from "./mean.ts";

describe("Mean", () => {
  test("is the mean of all values, however they are cut into batches", () => {
    const values = fc.array(fc.array(fc.integer({ min: -1000, max: 1000 })));
    fc.assert(
      fc.property(values, (batches) => {
        const mean = new Mean();
        for (const batch of batches) mean.updateState(batch);
        const all = batches.flat();
        const sum = all.reduce((total, value) => total + value, 0);
        expect(mean.result()).toBeCloseTo(all.length === 0 ? 0 : sum / all.length, 9);
      }),
    );
  });

  test("takes scalars, tensors, typed arrays and booleans, and leaks no tensor", async () => {
    await tf.setBackend("cpu");
    const loss = tf.scalar(2);
    const before = tf.memory().numTensors;
    const mean = new Mean();
    mean.updateState(loss);
    mean.updateState(4);
    mean.updateState(new Float64Array([5, 6]));
    mean.updateState([true, false]);
    expect(mean.result()).toBe(3);
    expect(tf.memory().numTensors).toBe(before);
    loss.dispose();
  });

  test("weighs each value, or each row by its mean", () => {
    const mean = new Mean();
    mean.updateState([1, 3, 5, 7], [1, 1, 0, 0]);
    expect(mean.result()).toBe(2);
    mean.resetState();
    mean.updateState(
      [
        [1, 3],
        [5, 7],
      ],
      [1, 3],
    );
    expect(mean.result()).toBe(5);
  });

  test("is 0 where the weights sum to 0, and NaN after a NaN until it is reset", () => {
    const mean = new Mean();
    mean.updateState([1, 2], [0, 0]);
    expect(mean.result()).toBe(0);
    mean.updateState(Number.NaN);
    mean.updateState(1);
    expect(mean.result()).toBeNaN();
    mean.resetState();
    expect(mean.result()).toBe(0);
  });

  test("has no direction, and clones with its name", () => {
    const mean = new Mean({ name: "grad_norm" });
    mean.updateState(3);
    expect(mean.direction).toBeUndefined();
    expect(mean.clone().name).toBe("grad_norm");
    expect(mean.clone().result()).toBe(0);
  });

  test("rejects weights that do not fit, and what is not numbers", () => {
    const mean = new Mean();
    expect(() => mean.updateState([1, 2, 3], [1, 2])).toThrow(
      "Mean: sampleWeight must fit the values of shape [3]. Received: shape [2]",
    );
    expect(() => mean.updateState("3" as never)).toThrow(
      'Mean: values must be a tensor, a typed array or an array of numbers. Received: "3"',
    );
  });
});
