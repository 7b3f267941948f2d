import type { SortedSides } from "../src/curves/score-set.ts";

/** Scores of positive and of negative samples, in order, each of weight 1. */
export function sortedSides(
  positives: readonly number[],
  negatives: readonly number[],
): SortedSides {
  const sorted = (scores: readonly number[]) => ({
    scores: Float64Array.from(scores).sort(),
    weightOfFirst: undefined,
  });
  return { positives: sorted(positives), negatives: sorted(negatives) };
}
