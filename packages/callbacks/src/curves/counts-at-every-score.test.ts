import { describe, expect, test } from "vitest";
import { countsAtEveryScore } from "./counts-at-every-score.ts";
import { sortRun } from "./sorted-run.ts";

const run = (...scores: number[]) => sortRun(Float64Array.from(scores), undefined);

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
