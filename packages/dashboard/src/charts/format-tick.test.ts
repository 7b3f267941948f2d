import { expect, test } from "vitest";
import { formatTick } from "./format-tick.ts";

test.each([
  [0.1 + 0.2, "0.3"],
  [0, "0"],
  [-0.05, "−0.05"],
  [1234, "1234"],
  [25_000, "25k"],
  [2_500_000, "2.5M"],
  [0.00002, "2e−5"],
  [3e12, "3e12"],
])("%d reads %s", (value, text) => {
  expect(formatTick(value)).toBe(text);
});
