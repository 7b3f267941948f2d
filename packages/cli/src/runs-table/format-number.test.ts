import { expect, test } from "vitest";
import { formatNumber } from "./format-number.ts";

test.each([
  [0.81234, "0.8123"],
  [0, "0"],
  [-0.5, "-0.5000"],
  [1, "1.000"],
  [99.996, "100.0"],
  [12345.6, "12346"],
  [1234567, "1.235e+6"],
  [0.000123456, "1.235e-4"],
  [Number.NaN, "NaN"],
  [Number.NEGATIVE_INFINITY, "-Infinity"],
])("%f becomes %s", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});
