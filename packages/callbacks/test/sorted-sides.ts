import type { SortedSides } from "../src/curves/score-set.ts";
import { sortedScores } from "../src/curves/sorted-scores.ts";

/** Scores of positive and of negative samples, in order, each of weight 1. */
export function sortedSides(
  positives: readonly number[],
  negatives: readonly number[],
): SortedSides {
  const sorted = (scores: readonly number[]) =>
    sortedScores(Float64Array.from(scores).sort(), undefined);
  return { positives: sorted(positives), negatives: sorted(negatives) };
}
