import { expect, test } from "vitest";
import { lastAxisMean } from "./last-axis-mean.ts";

test.each([
  [[], [3], [], [3]],
  [[2], [1, 2], [], [1.5]],
  [[2, 2], [1, 2, 3, 5], [2], [1.5, 4]],
  [
    [2, 1, 2],
    [1, 2, 3, 5],
    [2, 1],
    [1.5, 4],
  ],
  [[0, 2], [], [0], []],
])("lastAxisMean averages shape %j of %j to shape %j of %j", (shape, values, left, means) => {
  const mean = lastAxisMean({ values, shape });
  expect(mean.shape).toEqual(left);
  expect(Array.from(mean.values)).toEqual(means);
});
