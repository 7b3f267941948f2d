import fc from "fast-check";
import { expect, test } from "vitest";
import { hasImproved } from "./has-improved.ts";

const max = { direction: "max", minDelta: 0.25 } as const;
const min = { direction: "min", minDelta: 0.25 } as const;

test("an improvement of exactly minDelta is none", () => {
  expect(hasImproved(max, 0.75, 0.5)).toBe(false);
  expect(hasImproved(max, 0.76, 0.5)).toBe(true);
  expect(hasImproved(min, 0.25, 0.5)).toBe(false);
  expect(hasImproved(min, 0.24, 0.5)).toBe(true);
});

test("a value that is not finite never improves, any finite one improves on nothing", () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    for (const rule of [max, min]) {
      expect(hasImproved(rule, value, undefined)).toBe(false);
      expect(hasImproved(rule, value, 0.5)).toBe(false);
    }
  }
  expect(hasImproved(min, 1e308, undefined)).toBe(true);
});

test("max on a value is min on its negative", () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(number, number, (value, reference) => {
      expect(hasImproved(max, value, reference)).toBe(hasImproved(min, -value, -reference));
    }),
  );
});
