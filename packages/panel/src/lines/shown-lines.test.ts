import fc from "fast-check";
import { expect, test } from "vitest";
import type { ChartLine } from "./chart-line.ts";
import { shownLines } from "./shown-lines.ts";
import { smoothLine } from "./smooth-line.ts";

const lineOf = (y: readonly number[]): ChartLine => ({
  run: "a",
  split: "train",
  x: y.map((_, i) => i),
  y,
  broken: y.flatMap((value, x) => (Number.isFinite(value) ? [] : [{ x, value }])),
  drawn: y.length,
  stored: y.length,
});

test("a range shows the points in it and one on either side, and counts those in it", () => {
  const values = fc.array(fc.constantFrom(1, 2, Number.NaN), { minLength: 1, maxLength: 30 });
  const place = fc.double({ min: -5, max: 35, noNaN: true });
  fc.assert(
    fc.property(values, place, place, (y, a, b) => {
      const range = { min: Math.min(a, b), max: Math.max(a, b) + 0.01 };
      const line = lineOf(y);
      const [shown] = shownLines([line], range, 0);
      const inside = line.x.filter((x) => x >= range.min && x <= range.max);
      const before = line.x.filter((x) => x < range.min).slice(-1);
      const after = line.x.filter((x) => x > range.max).slice(0, 1);
      expect(shown?.x).toEqual([...before, ...inside, ...after]);
      expect(shown?.drawn).toBe(inside.length);
      expect(shown?.broken.every(({ x }) => inside.includes(x))).toBe(true);
    }),
  );
});

test("what is smoothed does not depend on the range, and stays beside what it is made of", () => {
  const y = [5, 1, 4, 2, 8, 3];
  const whole = smoothLine([0, 1, 2, 3, 4, 5], y, 0.8);
  const [shown] = shownLines([lineOf(y)], { min: 3, max: 4 }, 0.8);
  expect(shown?.y).toEqual([4, 2, 8, 3]);
  expect(shown?.smooth).toEqual(whole.slice(2));
});

test("of a dense line the means of its stretches are smoothed", () => {
  const y = Array.from({ length: 2000 }, (_, i) => i % 7);
  const [shown] = shownLines([lineOf(y)], { min: 0, max: 1999 }, 0.8);
  expect(shown?.band).toBeDefined();
  expect(shown?.smooth).toEqual(smoothLine(shown?.x ?? [], shown?.y ?? [], 0.8));
});

test("where every point of a stretch is told, a chart of it leaves none out", () => {
  const line = { ...lineOf([1, 2, 3, 4, 5, 6]), stored: 600, complete: { min: 2, max: 4 } };
  const counts = (min: number, max: number) => {
    const [shown] = shownLines([line], { min, max }, 0);
    return [shown?.drawn, shown?.stored];
  };
  expect(counts(2, 4)).toEqual([3, 3]);
  expect(counts(1, 4)).toEqual([4, 600]);
  expect(counts(2.2, 2.8)).toEqual([0, 0]);
  // Between what is told closely and the next bucket there may be more.
  expect(counts(0.2, 0.8)).toEqual([0, 600]);
  // Beyond the ends of a line there is nothing.
  expect(counts(7, 9)).toEqual([0, 0]);
  expect(counts(-4, -1)).toEqual([0, 0]);
});
