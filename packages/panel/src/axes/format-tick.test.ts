import fc from "fast-check";
import { expect, test } from "vitest";
import { formatTick } from "./format-tick.ts";

test.each([
  [0.1 + 0.2, "0.3"],
  [0, "0"],
  [-0.05, "-0.05"],
  [1234, "1234"],
  [25_000, "25k"],
  [2_500_000, "2.5M"],
  [0.00002, "2e-5"],
  [3e12, "3e12"],
])("%d reads %s", (value, text) => {
  expect(formatTick(value)).toBe(text);
});

/** The number that a text says. */
function read(text: string): number {
  const [, digits = "", unit = ""] = /^(.*?)([kM]?)$/.exec(text.replace("∞", "Infinity")) ?? [];
  return Number(digits) * ({ k: 1e3, M: 1e6 }[unit] ?? 1);
}

test("a tick says 0 of nothing but 0, and what is not finite as what it is", () => {
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.double({ min: -0.01, max: 0.01 })), (any) => {
      // The largest numbers round to more than there can be.
      const value = Math.abs(any) > 1e308 ? any / 10 : any;
      const told = read(formatTick(value));
      if (!Number.isFinite(value) || value === 0) expect(told).toBe(value + 0);
      // Near the smallest number there is, digits are missing.
      else expect(Math.abs(told / value - 1)).toBeLessThan(Math.abs(value) < 1e-305 ? 1 : 0.06);
    }),
    { numRuns: 2000 },
  );
});
