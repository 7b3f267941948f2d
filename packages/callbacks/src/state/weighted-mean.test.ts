import { describe, expect, test } from "vitest";
import { WeightedMean } from "./weighted-mean.ts";

const array = (shape: readonly number[], ...values: number[]) => ({ values, shape });

describe("WeightedMean", () => {
  test.each([
    ["no weights", array([2, 2], 1, 3, 5, 7), undefined, 4],
    ["a scalar weight", array([2], 1, 3), array([], 5), 2],
    ["a weight a row", array([2, 2], 1, 3, 5, 7), array([2], 1, 3), 5],
    ["a weight a row, as column", array([2, 2], 1, 3, 5, 7), array([2, 1], 1, 3), 5],
    ["a column of weights for single values", array([2], 1, 3), array([2, 1], 1, 3), 2.5],
    ["a weight a value", array([2, 2], 1, 3, 5, 7), array([2, 2], 1, 0, 0, 1), 4],
    ["a weight a column", array([2, 2], 1, 3, 5, 7), array([1, 2], 1, 0), 3],
    ["a column of values", array([2, 1], 1, 3), array([2], 1, 3), 2.5],
    ["negative weights", array([2], 1, 3), array([2], -1, -1), 2],
    ["weights that sum to 0", array([2], 1, 3), array([2], 0, 0), 0],
    ["an empty batch", array([0, 2]), array([0]), 0],
  ])("weighs %s", (_, values, weights, expected) => {
    const mean = new WeightedMean();
    mean.add("Test", values, weights);
    expect(mean.result()).toBeCloseTo(expected, 12);
  });

  test.each([
    [[3], [2]],
    [
      [2, 2],
      [2, 3],
    ],
    [[2], [2, 2]],
  ])("rejects values of shape %j with weights of shape %j", (shape, weightShape) => {
    const filled = (of: readonly number[]) => ({ values: new Float64Array(6), shape: of });
    expect(() => new WeightedMean().add("Test", filled(shape), filled(weightShape))).toThrow(
      `Test: sampleWeight must fit the values of shape [${shape}]. Received: shape [${weightShape}]`,
    );
  });
});
