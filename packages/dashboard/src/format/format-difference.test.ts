import { expect, test } from "vitest";
import { formatDifference } from "./format-difference.ts";

test.each([
  [-0.10204, "−0.102"],
  [0.25, "+0.250"],
  [-0.0001, "−0.0001"],
  [0.0004, "+0.0004"],
  [0.00512, "+0.0051"],
  [1e-7, "+1e−7"],
  [0, "0"],
  [-12.34, "−12.3"],
  [4321.9, "+4322"],
  [Number.NaN, "NaN"],
])("%d reads %s", (difference, text) => {
  expect(formatDifference(difference)).toBe(text);
});
