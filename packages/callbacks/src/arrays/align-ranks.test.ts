import { expect, test } from "vitest";
import { alignRanks } from "./align-ranks.ts";

test.each([
  [[4], [4], [4], [4]],
  [[4], [4, 1], [4, 1], [4, 1]],
  [[4, 1], [4], [4, 1], [4, 1]],
  [
    [4, 2],
    [4, 2, 1],
    [4, 2],
    [4, 2],
  ],
  [
    [4, 2, 1],
    [4, 2],
    [4, 2],
    [4, 2],
  ],
  [[], [1], [], []],
  [[4], [4, 2], [4], [4, 2]],
  [[], [4, 1], [], [4, 1]],
])("alignRanks brings shapes %j and %j to %j and %j", (a, b, alignedA, alignedB) => {
  const filled = (shape: readonly number[]) => ({
    values: new Float64Array(shape.reduce((size, length) => size * length, 1)),
    shape,
  });
  const [first, second] = alignRanks(filled(a), filled(b));
  expect(first.shape).toEqual(alignedA);
  expect(second.shape).toEqual(alignedB);
});
