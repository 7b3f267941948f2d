import fc from "fast-check";
import { expect, test } from "vitest";
import { smoothLine } from "./smooth-line.ts";

/** The sum of the doc comment, written out. */
function bySum(x: readonly number[], y: readonly number[], w: number): number[] {
  const finite = x.filter((_, i) => Number.isFinite(y[i]));
  const d = ((finite.at(-1) ?? 0) - (finite[0] ?? 0)) / Math.max(1, finite.length - 1);
  return y.map((value, i) => {
    if (!Number.isFinite(value)) return value;
    let [above, below] = [0, 0];
    for (let j = 0; j <= i; j++) {
      const other = y[j] ?? Number.NaN;
      if (!Number.isFinite(other)) continue;
      const away = ((x[i] ?? 0) - (x[j] ?? 0)) / d;
      const factor = d === 0 ? 1 : w ** away;
      above += factor * other;
      below += factor;
    }
    return above / below;
  });
}

const points = fc.array(
  fc.record({
    gap: fc.double({ min: 0.01, max: 50, noNaN: true }),
    y: fc.oneof(
      { weight: 8, arbitrary: fc.double({ min: -1e3, max: 1e3, noNaN: true }) },
      fc.constantFrom(Number.NaN, Infinity, -Infinity),
    ),
  }),
  { maxLength: 40 },
);

test("a smoothed line is the weighted mean of all that came before", () => {
  fc.assert(
    fc.property(points, fc.double({ min: 0, max: 0.999, noNaN: true }), (list, w) => {
      let at = 0;
      const x = list.map(({ gap }) => (at += gap));
      const y = list.map((point) => point.y);
      const expected = bySum(x, y, w);
      for (const [i, value] of smoothLine(x, y, w).entries()) {
        if (Number.isFinite(y[i])) expect(value).toBeCloseTo(expected[i] ?? 0, 6);
        else expect(value).toBe(y[i]);
      }
    }),
  );
});

test("at equal distances it is TensorBoard's, without the bias of the start", () => {
  const y = [1, 2, 4, 8, 3];
  const w = 0.6;
  let last = 0;
  const board = y.map((value, i) => {
    last = last * w + (1 - w) * value;
    return last / (1 - w ** (i + 1));
  });
  const ours = smoothLine([10, 20, 30, 40, 50], y, w);
  for (const [i, value] of ours.entries()) expect(value).toBeCloseTo(board[i] ?? 0, 12);
});

test("no weight leaves a line as it is, and equal or huge values stay themselves", () => {
  expect(smoothLine([1, 2, 3], [5, 1, 9], 0)).toEqual([5, 1, 9]);
  expect(smoothLine([1, 1, 1], [2, 2, 2], 0.9)).toEqual([2, 2, 2]);
  expect(smoothLine([1, 2], [1e300, 1e300], 0.9)).toEqual([1e300, 1e300]);
  expect(smoothLine([1], [3], 0.9)).toEqual([3]);
  expect(smoothLine([], [], 0.9)).toEqual([]);
});
