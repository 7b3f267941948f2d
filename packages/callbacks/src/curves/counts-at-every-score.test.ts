import { describe, expect, test } from "vitest";
import { sortedSides } from "../../test/sorted-sides.ts";
import { countsAtEveryScore } from "./counts-at-every-score.ts";

describe("countsAtEveryScore", () => {
  test("has a threshold below all scores and one at each distinct score", () => {
    const counts = countsAtEveryScore(sortedSides([2, 1, 2], [2, 3]));
    expect([...counts.truePositives]).toEqual([3, 2, 0, 0]);
    expect([...counts.falsePositives]).toEqual([2, 2, 1, 0]);
    expect([...counts.falseNegatives]).toEqual([0, 1, 3, 3]);
    expect([...counts.trueNegatives]).toEqual([0, 0, 1, 2]);
  });

  test("has one threshold and no counts without scores", () => {
    expect([...countsAtEveryScore(sortedSides([], [])).truePositives]).toEqual([0]);
  });
});
