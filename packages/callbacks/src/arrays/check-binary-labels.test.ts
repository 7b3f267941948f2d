import { expect, test } from "vitest";
import { checkBinaryLabels } from "./check-binary-labels.ts";

test.each([
  [[-1, 1, -1], "-1 and 1. Map them with y.add(1).div(2)"],
  [[2, 1, 2], "1 and 2. Map them with y.sub(1)"],
  [[0, 2], "0 and 2. Map them with y.div(2)"],
  [[255, 0], "0 and 255. Map them with y.div(255)"],
  [[3, 7], "3 and 7. Map them with y.sub(3).div(4)"],
  [[-1], "-1. Map two values a and b with y.sub(a).div(b - a)"],
  [[0, 1, 2, 3, 4, 5, 6], "0, 1, 2, 3, 4 and others. Map them with y.greater(a), or"],
  [[Number.POSITIVE_INFINITY, 0, 1], "0, 1 and Infinity. Map them"],
])("checkBinaryLabels says of %j what was seen, and what to do", (labels, received) => {
  expect(() => checkBinaryLabels("Test", labels)).toThrow(RangeError);
  expect(() => checkBinaryLabels("Test", labels)).toThrow(
    `Test: labels must be 0 or 1. Received: ${received}`,
  );
});

test("checkBinaryLabels finds labels that lie between, and passes over what does not count", () => {
  expect(checkBinaryLabels("Test", [0, 1, 1])).toBe(false);
  expect(checkBinaryLabels("Test", [0, 0.3, 1])).toBe(true);
  expect(checkBinaryLabels("Test", [0, Number.NaN])).toBe(false);
  expect(checkBinaryLabels("Test", [0, -1, 1], [1, 0, 2])).toBe(false);
});
