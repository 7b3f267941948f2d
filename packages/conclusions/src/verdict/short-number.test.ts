import fc from "fast-check";
import { expect, test } from "vitest";
import { percent, shortNumber } from "./short-number.ts";

test("a number is told to four digits, and only nothing as 0", () => {
  fc.assert(
    fc.property(fc.double(), (any) => {
      const value = Math.abs(any) > 1e308 ? any / 10 : any;
      const told = Number(shortNumber(value));
      if (!Number.isFinite(value) || value === 0) expect(told).toBe(value + 0);
      // Near the smallest number there is, digits are missing.
      else expect(Math.abs(told / value - 1)).toBeLessThan(Math.abs(value) < 1e-305 ? 1 : 0.006);
      expect(Object.is(told, -0)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  [0.0004, "0.0004"],
  [1e-320, "1.00e-320"],
  [5e-324, "4.94e-324"],
  [-0, "0"],
  [-1e300, "-1.00e+300"],
])("%d reads %s", (value, text) => {
  expect(shortNumber(value)).toBe(text);
});

test.each([
  [0, "0 %"],
  [0.016, "1.6 %"],
  [0.00001, "0.001 %"],
  [1e-9, "1.00e-7 %"],
  [1.5, "150 %"],
])("a share of %d reads %s", (share, text) => {
  expect(percent(share)).toBe(text);
});
