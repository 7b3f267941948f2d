import { describe, expect, test } from "vitest";
import { normalQuantile } from "./normal-quantile.ts";
import { wilsonInterval } from "./wilson-interval.ts";

describe("normalQuantile", () => {
  // scipy.stats.norm.ppf
  test.each([
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.025, -1.959963984540054],
    [0.9, 1.2815515655446008],
    [0.999, 3.090232306167813],
    [1e-20, -9.2623400897984],
  ])("of %d is %d", (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 12);
  });
});

describe("wilsonInterval", () => {
  // statsmodels.stats.proportion.proportion_confint(method="wilson")
  test.each([
    [0.7, 10, 0.95, 0.39677815, 0.89220873],
    [0, 20, 0.95, 0, 0.16112516],
    [1, 20, 0.9, 0.88084216, 1],
  ])("of %d among %d at %d", (proportion, count, level, low, high) => {
    const [from, to] = wilsonInterval(proportion, count, level);
    expect(from).toBeCloseTo(low, 6);
    expect(to).toBeCloseTo(high, 6);
  });

  test("is everything where nothing was seen, and NaN for NaN", () => {
    expect(wilsonInterval(0, 0, 0.95)).toEqual([0, 1]);
    expect(wilsonInterval(Number.NaN, 3, 0.95)).toEqual([Number.NaN, Number.NaN]);
  });
});
