import { expect, test } from "vitest";
import { formatDuration } from "./format-duration.ts";

test.each([
  [0, "0 ms"],
  [850, "850 ms"],
  [4230, "4.2 s"],
  [9999, "9.9 s"],
  [42_000, "42 s"],
  [72_000, "1 min 12 s"],
  [3_600_000, "1 h"],
  [90_000_000, "1 d 1 h"],
  [Number.NaN, "–"],
  [-1, "–"],
])("%d ms reads %s", (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
