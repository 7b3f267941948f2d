import fc from "fast-check";
import { expect, test } from "vitest";
import { belowLog } from "./below-log.ts";
import type { ChartLine } from "./chart-line.ts";
import { shownLines } from "./shown-lines.ts";

const lineOf = (y: readonly number[]): ChartLine => ({
  ...{ run: "a", split: "train", x: y.map((_, i) => i), y, broken: [] },
  ...{ drawn: y.length, stored: y.length },
});

test("what a log axis cannot show is counted within what is shown, of means as far as they tell", () => {
  const value = fc.oneof(
    fc.double({ min: -2, max: 10, noNaN: true }),
    fc.constantFrom(0, Number.NaN, -Infinity),
  );
  const given = fc.record({
    y: fc.oneof(
      fc.array(value, { minLength: 1, maxLength: 40 }),
      fc.array(value, { minLength: 600, maxLength: 700 }),
      fc.array(fc.double({ min: -2, max: 0, noNaN: true }), { minLength: 600, maxLength: 700 }),
    ),
    from: fc.nat(60),
  });
  fc.assert(
    fc.property(given, ({ y, from }) => {
      const range = { min: from, max: y.length - 1 };
      if (range.min >= range.max) return;
      const shown = shownLines([lineOf(y)], range, 0);
      const { count, isAtLeast } = belowLog(shown, range);
      const true_ = y.filter((each, i) => i >= from && Number.isFinite(each) && each <= 0).length;
      if (isAtLeast) expect(count).toBeLessThanOrEqual(true_);
      else if (shown[0]?.band === undefined) expect(count).toBe(true_);
      expect(count === 0).toBe(true_ === 0);
    }),
    { numRuns: 100 },
  );
});

test("of means of which all values lie below, all are counted", () => {
  const line = { ...lineOf([-1, 2]), band: { low: [-2, -1], high: [-0.5, 4] }, n: [25, 25] };
  expect(belowLog([line], { min: 0, max: 1 })).toEqual({ count: 26, isAtLeast: true });
  expect(belowLog([line], { min: 0, max: 0.5 })).toEqual({ count: 25, isAtLeast: false });
});
