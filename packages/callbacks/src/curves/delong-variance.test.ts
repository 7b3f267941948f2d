import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { delongVariance } from "./delong-variance.ts";
import { rankArea } from "./exact-area.ts";
import { rankPairs } from "./rank-pairs.ts";
import { ScoreSet } from "./score-set.ts";

const scores = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 30 });

function varianceOf(positives: readonly number[], negatives: readonly number[], weight = 1) {
  const set = new ScoreSet();
  for (const score of positives) set.add(true, score, weight);
  for (const score of negatives) set.add(false, score, weight);
  const sides = set.sorted();
  return delongVariance(sides, rankArea(rankPairs(sides)).area, !set.isWeighted);
}

/** The sample variance of the placements of each side, over how many there are. */
function byDefinition(positives: readonly number[], negatives: readonly number[]): number {
  const order = (a: number, b: number) => (a > b ? 1 : a === b ? 0.5 : 0);
  const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
  const varianceOfMean = (list: readonly number[]) =>
    list.reduce((sum, each) => sum + (each - mean(list)) ** 2, 0) / (list.length - 1) / list.length;
  return (
    varianceOfMean(positives.map((score) => mean(negatives.map((other) => order(score, other))))) +
    varianceOfMean(negatives.map((score) => mean(positives.map((other) => order(other, score)))))
  );
}

describe("delongVariance", () => {
  test("is that of the placements, ties included", () => {
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        expect(varianceOf(positives, negatives)).toBeCloseTo(
          byDefinition(positives, negatives),
          12,
        );
      }),
    );
  });

  test("does not change where all weights are multiplied", () => {
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const once = varianceOf(positives, negatives);
        expect(varianceOf(positives, negatives, 2.5)).toBeCloseTo(once, 12);
      }),
    );
  });

  test("is unknown with a single sample of a class", () => {
    expect(varianceOf([1], [1, 2, 3])).toBeNaN();
    expect(varianceOf([1, 2], [3])).toBeNaN();
  });
});
