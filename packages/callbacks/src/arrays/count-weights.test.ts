import { expect, test } from "vitest";
import { countWeights } from "./count-weights.ts";

const weights = (shape: readonly number[], ...values: number[]) => ({ values, shape });

test.each([
  ["a scalar for all", weights([], 2), [3], [2, 2, 2]],
  ["one a prediction", weights([2], 1, 3), [2], [1, 3]],
  ["one a row", weights([2], 1, 3), [2, 2], [1, 1, 3, 3]],
  ["one a row, as column", weights([2, 1], 1, 3), [2, 2], [1, 1, 3, 3]],
  ["one a column", weights([1, 2], 1, 3), [2, 2], [1, 3, 1, 3]],
])("countWeights stretches %s", (_, given, shape, expected) => {
  expect(Array.from(countWeights("Test", given, shape) ?? [])).toEqual(expected);
});

test("countWeights leaves absent weights absent and rejects those that do not fit", () => {
  expect(countWeights("Test", undefined, [3])).toBeUndefined();
  expect(() => countWeights("Test", weights([2], 1, 2), [3])).toThrow(
    "Test: sampleWeight must fit the predictions of shape [3]. Received: shape [2]",
  );
});
