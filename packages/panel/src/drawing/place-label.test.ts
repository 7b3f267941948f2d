import { expect, test } from "vitest";
import { placeLabel } from "./place-label.ts";

const area = { left: 0, right: 400, top: 0, bottom: 200 };
const at = { x: 200, y: 100 };
const size = { width: 80, height: 14 };
const line = (y: number) => Array.from({ length: 200 }, (_, i) => ({ x: i * 2, y }));
const covers = (corner: { x: number; y: number }, points: readonly { x: number; y: number }[]) =>
  points.some(
    ({ x, y }) =>
      x >= corner.x && x <= corner.x + size.width && y >= corner.y && y <= corner.y + size.height,
  );

test("a label stands above its point where nothing is in the way", () => {
  expect(placeLabel({ at, ...size, area, obstacles: [] })).toEqual({ x: 160, y: 78 });
});

test("a label covers no line where there is room", () => {
  const obstacles = [...line(100), ...line(88), ...line(112)];
  const corner = placeLabel({ at, ...size, area, obstacles });
  expect(covers(corner, obstacles)).toBe(false);
});

test("a label stays inside the chart", () => {
  for (const point of [
    { x: 0, y: 0 },
    { x: 400, y: 200 },
    { x: 400, y: 0 },
  ]) {
    const { x, y } = placeLabel({ at: point, ...size, area, obstacles: [] });
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + size.width).toBeLessThanOrEqual(400);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + size.height).toBeLessThanOrEqual(200);
  }
});
