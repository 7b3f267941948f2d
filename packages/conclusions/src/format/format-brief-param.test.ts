import { expect, test } from "vitest";
import { formatBriefParam } from "./format-brief-param.ts";

test.each([
  [10 ** -2.5, "0.003162"],
  [0.1 * 0.18, "0.018"],
  [1.23456789e-9, "1.235e-9"],
  [1234567, "1234567"],
  [0, "0"],
  [Number.NaN, "NaN"],
])("%d reads %s", (value, text) => {
  expect(formatBriefParam(value)).toBe(text);
});
