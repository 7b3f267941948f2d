import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceLine, type PlainLine } from "./difference-line.ts";

/** The value of a line at a place, looked for from the start. */
function bruteAt({ x, y }: PlainLine, place: number): number | undefined {
  const same = x.lastIndexOf(place);
  if (same >= 0) return y[same];
  for (let i = 0; i + 1 < x.length; i++) {
    const [from, to] = [x[i] ?? 0, x[i + 1] ?? 0];
    if (from > place || to < place || from === to) continue;
    const part = (place - from) / (to - from);
    return (y[i] ?? 0) * (1 - part) + (y[i + 1] ?? 0) * part;
  }
  return undefined;
}

const lines = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 20 }),
      fc.oneof(
        { weight: 9, arbitrary: fc.double({ min: -10, max: 10, noNaN: true }) },
        fc.constantFrom(Number.NaN, Infinity),
      ),
    ),
    { maxLength: 14 },
  )
  .map((points) => points.sort((a, b) => a[0] - b[0]))
  .map((points) => ({ x: points.map(([x]) => x), y: points.map(([, y]) => y) }));

test("the difference is there at every place that both lines reach", () => {
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      const { x, y } = differenceLine(a, b);
      const places = [...new Set([...a.x, ...b.x])].sort((p, q) => p - q);
      const reached = places.filter(
        (place) => bruteAt(a, place) !== undefined && bruteAt(b, place) !== undefined,
      );
      expect(x).toEqual(reached);
      for (const [i, place] of x.entries()) {
        const expected = (bruteAt(b, place) ?? 0) - (bruteAt(a, place) ?? 0);
        if (Number.isFinite(expected)) expect(y[i]).toBeCloseTo(expected, 9);
        else expect(y[i]).toBeNaN();
      }
    }),
    { numRuns: 500 },
  );
});

test("lines that do not meet, or are empty, have no difference", () => {
  const line = { x: [1, 2], y: [3, 4] };
  expect(differenceLine(line, { x: [5, 6], y: [0, 0] })).toEqual({ x: [], y: [] });
  expect(differenceLine(line, { x: [], y: [] })).toEqual({ x: [], y: [] });
  expect(differenceLine(line, line)).toEqual({ x: [1, 2], y: [0, 0] });
});
