import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDifference } from "./format-difference.ts";
import { formatValue } from "./format-value.ts";

const numbers = fc.oneof(
  fc.double(),
  fc.double({ min: -0.01, max: 0.01 }),
  fc.constantFrom(5e-324, -1e-320, 1e-300, -0, 1e308, 0.0004, 0.0005, 999_999.7, 0.99999),
);

/** The number that a text says. */
const read = (text: string) => Number(text.replace("∞", "Infinity").replace("−", "-"));

test.each([
  ["formatValue", formatValue],
  ["formatDifference", formatDifference],
])("%s says 0 of nothing but 0, and what is not finite as what it is", (_name, format) => {
  fc.assert(
    fc.property(numbers, (any) => {
      // The largest numbers round to more than there can be.
      const value = Math.abs(any) > 1e308 ? any / 10 : any;
      const told = read(format(value));
      if (!Number.isFinite(value) || value === 0) expect(told).toBe(value + 0);
      // Near the smallest number there is, digits are missing.
      else expect(Math.abs(told / value - 1)).toBeLessThan(Math.abs(value) < 1e-305 ? 1 : 0.06);
    }),
    { numRuns: 2000 },
  );
});
