import { expect, test } from "vitest";
import { sparklinePath } from "./sparkline-path.ts";

const draw = (y: number[]) =>
  sparklinePath({
    x: y.map((_, index) => index),
    y,
    xRange: { min: 0, max: 2 },
    yRange: { min: 0, max: 1 },
    width: 104,
    height: 26,
  });

test("a line goes from the lower left to the upper right", () => {
  expect(draw([0, 0.5, 1])).toBe("M2.0 23.0L52.0 13.0L102.0 3.0");
});

test("what is beyond the range runs along the edge, what is not finite is left out", () => {
  expect(draw([0, 99])).toBe("M2.0 23.0L52.0 3.0");
  expect(draw([0, Number.NaN, 1])).toBe("M2.0 23.0L102.0 3.0");
  expect(draw([])).toBe("");
});
