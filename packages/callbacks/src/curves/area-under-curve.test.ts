import { describe, expect, test } from "vitest";
import { sortedSides } from "../../test/sorted-sides.ts";
import { areaUnderCurve, type Curve, type SummationMethod } from "./area-under-curve.ts";
import { countsAtEveryScore } from "./counts-at-every-score.ts";

describe("areaUnderCurve", () => {
  const counts = countsAtEveryScore(sortedSides([0.3, 0.9], [0, 0.5]));

  test.each<[Curve, SummationMethod, number]>([
    ["ROC", "interpolation", 0.75],
    ["ROC", "minoring", 0.75],
    ["ROC", "majoring", 0.75],
    ["PR", "minoring", 0.25],
    ["PR", "majoring", 0.5 * (2 / 3) + 0.5],
    ["PRGAIN", "interpolation", 0.25],
  ])("of %s, %s, is %d", (curve, method, area) => {
    expect(areaUnderCurve(curve, method, counts)).toBeCloseTo(area, 12);
  });

  test("interpolates the counts of a precision-recall curve, not precision itself", () => {
    const coarse = countsAtEveryScore(sortedSides([1, 1], [1, 1]));
    expect(areaUnderCurve("PR", "interpolation", coarse)).toBeCloseTo(0.5, 12);
  });
});
