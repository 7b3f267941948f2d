import { describe, expect, test } from "vitest";
import { sortedSides } from "../../test/sorted-sides.ts";
import { averagePrecision } from "./average-precision.ts";

describe("averagePrecision", () => {
  test("is the mean of the precision at each positive sample, best first", () => {
    const sides = sortedSides([0.9, 0.5, 0.1], [0.7, 0.3]);
    expect(averagePrecision(sides)).toBeCloseTo((1 / 1 + 2 / 3 + 3 / 5) / 3, 12);
  });

  test("is the share of positives where all scores are equal, and 0 without positives", () => {
    expect(averagePrecision(sortedSides([1], [1, 1, 1]))).toBe(0.25);
    expect(averagePrecision(sortedSides([], [1]))).toBe(0);
  });
});
