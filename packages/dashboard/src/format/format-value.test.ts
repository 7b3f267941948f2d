import { expect, test } from "vitest";
import { formatValue } from "./format-value.ts";

test.each([
  [0.95512, "0.9551"],
  [0.5, "0.5000"],
  [1, "1"],
  [-0, "0"],
  [12.3456, "12.35"],
  [-1234.6, "−1235"],
  [1123.7, "1124"],
  [0.000123, "0.000123"],
  [0.00001234, "1.23e−5"],
  [1.5e9, "1.5e9"],
  [Number.NaN, "NaN"],
  [Number.POSITIVE_INFINITY, "∞"],
  [Number.NEGATIVE_INFINITY, "−∞"],
])("%d reads %s", (value, text) => {
  expect(formatValue(value)).toBe(text);
});
