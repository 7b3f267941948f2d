import fc from "fast-check";
import { expect, test } from "vitest";
import { shortRange } from "./short-range.ts";

test("a range is told in few digits", () => {
  expect(shortRange({ min: 3.2837465, max: 12.101 })).toEqual({ min: 3.28, max: 12.1 });
  expect(shortRange({ min: 1_777_624_212_345.6, max: 1_777_624_299_999.1 })).toEqual({
    min: 1_777_624_212_300,
    max: 1_777_624_300_000,
  });
  expect(shortRange({ min: 0.1 + 0.2, max: 0.9 })).toEqual({ min: 0.3, max: 0.9 });
});

test("and is the same range within a hundredth of its width", () => {
  const number = fc.double({ min: -1e13, max: 1e13, noNaN: true });
  const width = fc.double({ min: 1e-3, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(number, width, (min, by) => {
      const max = min + by;
      if (!(max > min)) return;
      const short = shortRange({ min, max });
      expect(short.min).toBeLessThan(short.max);
      const allowed = (max - min) / 100 + Math.abs(max) * 1e-12;
      expect(Math.abs(short.min - min)).toBeLessThanOrEqual(allowed);
      expect(Math.abs(short.max - max)).toBeLessThanOrEqual(allowed);
    }),
  );
});
