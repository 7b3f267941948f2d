import { expect, test } from "vitest";
import { formatAge } from "./format-age.ts";
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

test("an age is in words while it is young, and a day when it is old", () => {
  const now = Date.UTC(2026, 0, 31);
  expect(formatAge(now - 1000, now)).toBe("just now");
  expect(formatAge(now - 90_000, now)).toBe("1 min 30 s ago");
  expect(formatAge(now - 20 * 86_400_000, now)).toBe("2026-01-11");
  expect(formatAge(now + 60_000, now)).toBe("just now");
});
