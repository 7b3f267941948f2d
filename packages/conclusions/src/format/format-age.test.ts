import { expect, test } from "vitest";
import { formatAge } from "./format-age.ts";

const now = new Date(2026, 0, 31).getTime();

test.each([
  [-60_000, "just now"],
  [0, "just now"],
  [59_999, "just now"],
  [60_000, "1 min ago"],
  [3_599_999, "59 min ago"],
  [3_600_000, "1 h ago"],
  [86_399_999, "23 h ago"],
  [86_400_000, "1 d ago"],
  [7 * 86_400_000 - 1, "6 d ago"],
  [20 * 86_400_000, "2026-01-11"],
])("%d ms ago reads %s", (ago, text) => {
  expect(formatAge(now - ago, now)).toBe(text);
});
