import { describe, expect, test } from "vitest";
import { countsAtEveryScore } from "./counts-at-every-score.ts";

const sorted = (scores: readonly number[]) => ({
  scores: Float64Array.from(scores).sort(),
  weightOfFirst: undefined,
});
const sides = (positives: readonly number[], negatives: readonly number[]) => ({
  positives: sorted(positives),
  negatives: sorted(negatives),
});

describe("countsAtEveryScore", () => {
  test("has a threshold below all scores and one at each distinct score", () => {
    const counts = countsAtEveryScore(sides([2, 1, 2], [2, 3]));
    expect([...counts.truePositives]).toEqual([3, 2, 0, 0]);
    expect([...counts.falsePositives]).toEqual([2, 2, 1, 0]);
    expect([...counts.falseNegatives]).toEqual([0, 1, 3, 3]);
    expect([...counts.trueNegatives]).toEqual([0, 0, 1, 2]);
  });

  test("has one threshold and no counts without scores", () => {
    expect([...countsAtEveryScore(sides([], [])).truePositives]).toEqual([0]);
  });
});
