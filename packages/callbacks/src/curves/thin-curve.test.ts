import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CurvePoint, thinCurve } from "./thin-curve.ts";

/** A curve as ROC curves are: from (1, 1) down to (0, 0), with a threshold that rises. */
const curve = fc
  .array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 300 })
  .filter((steps) => steps.some(([x]) => x > 0) && steps.some(([, y]) => y > 0))
  .map((steps): CurvePoint[] => {
    const [width, height] = [0, 1].map((side) =>
      steps.reduce((sum, step) => sum + (step[side] ?? 0), 0),
    ) as [number, number];
    let [x, y] = [width, height];
    const points = [{ x: 1, y: 1, threshold: Number.NEGATIVE_INFINITY }];
    for (const [i, [across, down]] of steps.entries()) {
      x -= across;
      y -= down;
      points.push({ x: x / width, y: y / height, threshold: i });
    }
    return points;
  });

function areaUnder(points: readonly CurvePoint[]): number {
  let area = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as CurvePoint, points[i] as CurvePoint];
    area += ((a.x - b.x) * (a.y + b.y)) / 2;
  }
  return area;
}

/** Whether a point lies above the line between every two others around it, and above those at its place. */
function isHullCorner(points: readonly CurvePoint[], { x, y }: CurvePoint): boolean {
  const highest = points.every((point) => point.x !== x || point.y <= y);
  const [before, after] = [points.filter((a) => a.x > x), points.filter((b) => b.x < x)];
  const isAbove = (a: CurvePoint, b: CurvePoint) =>
    b.y + ((a.y - b.y) * (x - b.x)) / (a.x - b.x) < y - 1e-9;
  return highest && before.every((a) => after.every((b) => isAbove(a, b)));
}

describe("thinCurve", () => {
  test("loses nothing while its corners fit", () => {
    fc.assert(
      fc.property(curve, (points) => {
        const thin = thinCurve(points, points.length);
        expect(areaUnder(thin)).toBeCloseTo(areaUnder(points), 10);
      }),
    );
  });

  test("gives at most as many points, from the first to the last, in their order", () => {
    fc.assert(
      fc.property(curve, fc.integer({ min: 3, max: 40 }), (points, most) => {
        const thin = thinCurve(points, most);
        expect(thin.length).toBeLessThanOrEqual(most);
        expect(thin[0]).toBe(points[0]);
        expect(thin.at(-1)).toMatchObject({ x: 0, y: 0 });
        const places = thin.map((point) => points.indexOf(point));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(places).not.toContain(-1);
      }),
    );
  });

  test("keeps the corners of the upper hull while they fit", () => {
    fc.assert(
      fc.property(curve, (points) => {
        const inner = points.slice(1, -1);
        const corners = inner.filter(
          (point) => point.x > 0 && point.x < 1 && isHullCorner(points, point),
        );
        const most = Math.max(3, corners.length + 6);
        const thin = thinCurve(points, most);
        for (const { x, y } of corners) {
          expect(thin.some((point) => point.x === x && point.y === y)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("draws a curve of many steps nearly as it is", () => {
    const points = Array.from({ length: 20_000 }, (_, i) => {
      const x = 1 - i / 19_999;
      return { x, y: Math.sqrt(x), threshold: i };
    });
    const thin = thinCurve(points, 100);
    expect(thin.length).toBeLessThanOrEqual(100);
    expect(Math.abs(areaUnder(thin) - 2 / 3)).toBeLessThan(1e-4);
  });
});
