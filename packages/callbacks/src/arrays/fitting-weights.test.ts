import { expect, test } from "vitest";
import { fittingWeights } from "./fitting-weights.ts";

const weights = (shape: readonly number[], ...values: number[]) => ({ values, shape });

test.each([
  ["a scalar for all", weights([], 2), [3], [2, 2, 2]],
  ["one a prediction", weights([2], 1, 3), [2], [1, 3]],
  ["one a prediction, as column", weights([2, 1], 1, 3), [2], [1, 3]],
  ["one a row", weights([2], 1, 3), [2, 2], [1, 1, 3, 3]],
  ["one a row, as column", weights([2, 1], 1, 3), [2, 2], [1, 1, 3, 3]],
  ["one a column", weights([1, 2], 1, 3), [2, 2], [1, 3, 1, 3]],
  ["one a sample of as many steps", weights([2], 1, 3), [2, 2, 1], [1, 1, 3, 3]],
  ["one a step", weights([2, 2], 1, 2, 3, 4), [2, 2, 2], [1, 1, 2, 2, 3, 3, 4, 4]],
  ["one a step, as column", weights([2, 2, 1], 1, 2, 3, 4), [2, 2], [1, 2, 3, 4]],
])("fittingWeights stretches %s", (_, given, shape, expected) => {
  expect(Array.from(fittingWeights("Test", given, shape) ?? [])).toEqual(expected);
});

test("fittingWeights leaves absent weights absent and rejects those that do not fit", () => {
  expect(fittingWeights("Test", undefined, [3])).toBeUndefined();
  expect(() => fittingWeights("Test", weights([2], 1, 2), [3])).toThrow(
    "Test: sampleWeight must fit the predictions of shape [3]. Received: shape [2]",
  );
});
