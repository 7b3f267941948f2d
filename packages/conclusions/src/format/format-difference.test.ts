import { expect, test } from "vitest";
import { formatDifference } from "./format-difference.ts";

test.each([
  [-0.10204, "−0.1020"],
  [0.25, "+0.2500"],
  [0.0004, "+0.0004"],
  [1e-7, "+1e-7"],
  [0, "0"],
  [-12.34, "−12.34"],
  [4321.9, "+4322"],
  [Number.NaN, "NaN"],
])("%d reads %s", (difference, text) => {
  expect(formatDifference(difference)).toBe(text);
});
