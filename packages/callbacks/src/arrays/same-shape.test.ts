import { expect, test } from "vitest";
import { toHostArray } from "./host-array.ts";
import { sameShape } from "./same-shape.ts";

const host = (values: Parameters<typeof toHostArray>[0]) => toHostArray(values, "Test");

test("sameShape takes [n] and [n, 1] for the same data", () => {
  const [truth, predictions] = sameShape("Test", host([1, 2]), host([[3], [4]]));
  expect(truth.shape).toEqual([2, 1]);
  expect(predictions.shape).toEqual([2, 1]);
});

test.each([
  [[1, 2], [1, 2, 3], "[2] and [3]"],
  [
    [[1], [2]],
    [
      [1, 2],
      [3, 4],
    ],
    "[2,1] and [2,2]",
  ],
  [1, [[1]], "[] and [1,1]"],
])("sameShape rejects %j with %j", (yTrue, yPred, shapes) => {
  expect(() => sameShape("Test", host(yTrue), host(yPred))).toThrow(
    `Test: yTrue and yPred must have the same shape. Received: ${shapes}`,
  );
});
