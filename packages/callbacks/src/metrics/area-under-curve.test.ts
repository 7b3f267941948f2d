import { describe, expect, test } from "vitest";
import { areaUnderCurve, type Curve, type SummationMethod } from "./area-under-curve.ts";
import { averagePrecision } from "./average-precision.ts";
import { countsAtEveryScore } from "./counts-at-every-score.ts";
import { sortRun } from "./sorted-run.ts";

const run = (...scores: number[]) => sortRun(Float64Array.from(scores), undefined);

describe("areaUnderCurve", () => {
  const counts = countsAtEveryScore(run(0.3, 0.9), run(0, 0.5));

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
    const coarse = countsAtEveryScore(run(1, 1), run(1, 1));
    expect(areaUnderCurve("PR", "interpolation", coarse)).toBeCloseTo(0.5, 12);
  });
});

describe("countsAtEveryScore", () => {
  test("has a threshold below all scores and one at each distinct score", () => {
    const counts = countsAtEveryScore(run(2, 1, 2), run(2, 3));
    expect([...counts.truePositives]).toEqual([3, 2, 0, 0]);
    expect([...counts.falsePositives]).toEqual([2, 2, 1, 0]);
    expect([...counts.falseNegatives]).toEqual([0, 1, 3, 3]);
    expect([...counts.trueNegatives]).toEqual([0, 0, 1, 2]);
  });

  test("has one threshold and no counts without scores", () => {
    expect([...countsAtEveryScore(run(), run()).truePositives]).toEqual([0]);
  });
});

describe("averagePrecision", () => {
  test("is the mean of the precision at each positive sample, best first", () => {
    const counts = countsAtEveryScore(run(0.9, 0.5, 0.1), run(0.7, 0.3));
    expect(averagePrecision(counts)).toBeCloseTo((1 / 1 + 2 / 3 + 3 / 5) / 3, 12);
  });

  test("is the share of positives where all scores are equal, and 0 without positives", () => {
    expect(averagePrecision(countsAtEveryScore(run(1), run(1, 1, 1)))).toBe(0.25);
    expect(averagePrecision(countsAtEveryScore(run(), run(1)))).toBe(0);
  });
});
