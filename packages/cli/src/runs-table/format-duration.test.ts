import { expect, test } from "vitest";
import { formatDuration } from "./format-duration.ts";

const MINUTE = 60_000;

test.each([
  [0, "0ms"],
  [994, "994ms"],
  [996, "1.0s"],
  [9_940, "9.9s"],
  [9_960, "10s"],
  [99_400, "99s"],
  [100_000, "2m"],
  [59.4 * MINUTE, "59m"],
  [59.6 * MINUTE, "1h 00m"],
  [185 * MINUTE, "3h 05m"],
  [52 * 60 * MINUTE, "2d 4h"],
])("%i ms becomes %s", (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
