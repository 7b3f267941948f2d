import fc from "fast-check";
import { expect, test } from "vitest";
import { panned, rangeOf, within, zoomed } from "./x-range.ts";

test.each([
  [[], "epoch", 0, 1],
  [[1], "epoch", 0, 1],
  [[7], "epoch", 6, 7],
  [[0.01, 0.5, 1], "epoch", 0, 1],
  [[4.25, 4.5], "epoch", 4, 5],
  [[1, 2, 3], "epoch", 1, 3],
  [[0.5, 1, 1.5], "epoch", 0, 1.5],
  [[100], "step", 99.5, 100.5],
  [[0, 100], "step", 0, 100],
  [[1e15], "step", 1e15 - 1e9, 1e15 + 1e9],
] as const)("the places %j have an axis of %s from %d to %d", (places, xAxis, min, max) => {
  expect(rangeOf(places, xAxis)).toEqual({ min, max });
});

const number = fc.double({ min: -1000, max: 1000, noNaN: true });
const ranges = fc
  .tuple(
    number,
    fc.double({ min: 1, max: 500, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0.01, max: 1, noNaN: true }),
  )
  .map(([min, length, at, part]) => {
    const whole = { min, max: min + length };
    const from = min + at * length * (1 - part);
    return { whole, range: { min: from, max: Math.min(whole.max, from + length * part) } };
  });

test("panning keeps the width and stays within the whole", () => {
  fc.assert(
    fc.property(ranges, number, ({ whole, range }, by) => {
      const moved = panned(range, whole, by);
      expect(moved.max - moved.min).toBeCloseTo(range.max - range.min, 9);
      expect(moved.min).toBeGreaterThanOrEqual(whole.min - 1e-9);
      expect(moved.max).toBeLessThanOrEqual(whole.max + 1e-9);
    }),
  );
});

test("zooming in keeps the place under the cursor, and zooming out ends at the whole", () => {
  fc.assert(
    fc.property(ranges, fc.double({ min: 0, max: 1, noNaN: true }), ({ whole, range }, part) => {
      const about = range.min + part * (range.max - range.min);
      const closer = zoomed(range, whole, about, 0.5) ?? whole;
      const at = (about - closer.min) / (closer.max - closer.min);
      if (closer !== whole) expect(at).toBeCloseTo(part, 6);
      expect(zoomed(range, whole, about, 1e9)).toBeUndefined();
    }),
  );
});

test("a brush may go either way, ends at the whole, and marks nothing where it is all or none", () => {
  const whole = { min: 0, max: 10 };
  expect(within({ min: 8, max: 3 }, whole)).toEqual({ min: 3, max: 8 });
  expect(within({ min: -5, max: 3 }, whole)).toEqual({ min: 0, max: 3 });
  expect(within({ min: 4, max: 4 }, whole)).toBeUndefined();
  expect(within({ min: 11, max: 14 }, whole)).toBeUndefined();
  expect(within({ min: -1, max: 11 }, whole)).toBeUndefined();
  expect(within({ min: Number.NaN, max: 5 }, whole)).toBeUndefined();
});
