import { expect, it } from "vitest";
import { formatCorrelation } from "./format-correlation.ts";

it.each([
  [0.1539, "0.15"],
  [-0.0939, "-0.09"],
  [-0.001, "0.00"],
  [1, "1.00"],
  [-1, "-1.00"],
])("%f is %s", (value, text) => {
  expect(formatCorrelation(value)).toBe(text);
});
