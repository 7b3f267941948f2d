import { seededRandom } from "@epochal/testing/random";
import { expect, test } from "vitest";
import { formatDuration } from "./format-duration.ts";
import { formatNumber } from "./format-number.ts";

const random = seededRandom(41);
const sizes = Array.from({ length: 2000 }, () => 10 ** (random() * 630 - 322) * (1 + random()));
const finite = [0, 5e-324, 1e-320, 0.0004, ...sizes].flatMap((size) => [size, -size]);

test("a number reads 0 only where it is", () => {
  for (const value of [...finite, Number.NaN, Infinity, -Infinity]) {
    const told = Number(formatNumber(value));
    if (!Number.isFinite(value) || value === 0) expect(told).toBe(value + 0);
    else
      expect(Math.abs(told / value - 1), String(value)).toBeLessThan(
        Math.abs(value) < 1e-305 ? 1 : 0.06,
      );
  }
});

test("a time reads 0ms only where none passed", () => {
  const spans = finite.filter((ms) => Math.abs(ms) < 1e13);
  for (const ms of spans) {
    const text = formatDuration(ms);
    expect(/[1-9]/.test(text), `${ms} reads ${text}`).toBe(ms !== 0);
  }
  for (const ms of [Number.NaN, Infinity, -Infinity]) expect(formatDuration(ms)).toBe("-");
});
