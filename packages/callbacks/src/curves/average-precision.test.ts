import { describe, expect, test } from "vitest";
import { averagePrecision } from "./average-precision.ts";
import { countsAtEveryScore } from "./counts-at-every-score.ts";
import { sortRun } from "./sorted-run.ts";

const run = (...scores: number[]) => sortRun(Float64Array.from(scores), undefined);

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
