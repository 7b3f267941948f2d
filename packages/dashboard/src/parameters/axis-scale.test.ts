import { expect, it } from "vitest";
import { brushBetween, brushPlaces, numberScale, paramScale } from "./axis-scale.ts";
import type { Brush } from "./brush.ts";

const category = {
  ...{ path: "optimizer", kind: "category" as const, values: ["adam", "sgd", "rmsprop"] },
  ...{ min: 0, max: 0, hasAbsent: false },
};

it("spreads numbers by their logarithms where they span much and all are positive", () => {
  const marks = [1e-4, 1e-3, 1e-2, 1e-1];
  const wide = numberScale(1e-4, 1e-1, { marks, tell: String });
  expect(wide.isLog).toBe(true);
  expect(wide.place(1e-3)).toBeCloseTo(1 / 3, 12);
  expect(wide.ticks.map(({ label }) => label)).toEqual(["0.0001", "0.001", "0.01", "0.1"]);
  expect(numberScale(0, 100).isLog).toBe(false);
  expect(numberScale(-1, 100).isLog).toBe(false);
  expect(numberScale(16, 64).isLog).toBe(false);
});

it("puts a single number into the middle, and what is no number nowhere", () => {
  const scale = numberScale(3, 3);
  expect(scale.place(3)).toBe(0.5);
  expect(scale.ticks).toHaveLength(1);
  expect(scale.place("3")).toBeNaN();
  expect(scale.place(Number.NaN)).toBeNaN();
  expect(scale.place(undefined)).toBeNaN();
});

it("has few ticks, whatever the range", () => {
  for (const [min, max] of [
    [1e-300, 1e300],
    [1, 2],
    [0, 1e-9],
    [-5, 1e12],
    [1, 25],
  ] as const) {
    const { ticks } = numberScale(min, max);
    expect(ticks.length, `${min} to ${max}`).toBeGreaterThan(0);
    expect(ticks.length, `${min} to ${max}`).toBeLessThanOrEqual(16);
  }
});

it("makes a brush of the values between two places, and finds the places again", () => {
  const scale = paramScale(category);
  const brush = brushBetween(category, scale, category.values, [0, 0.6]);
  expect(brush).toEqual({ kind: "values", values: ["adam", "sgd"] });
  const [low, high] = brushPlaces(scale, brush as Brush);
  expect(low).toBeCloseTo(1 / 6, 12);
  expect(high).toBeCloseTo(0.5, 12);
  expect(brushBetween(category, scale, category.values, [0, 1])).toBeUndefined();
  const numbers = { kind: "number" as const };
  const line = numberScale(0, 100);
  expect(brushBetween(numbers, line, [0, 10, 50, 100], [0.05, 0.7])).toEqual({
    kind: "stretch",
    from: 10,
    to: 50,
  });
  expect(brushBetween(numbers, line, [0, 10], [0.5, 0.7])).toBeUndefined();
});
