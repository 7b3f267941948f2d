import type { Confusion } from "./confusion-counts.ts";
import type { SortedSides } from "./score-set.ts";
import { weightOfFirst } from "./sorted-scores.ts";

/** Counts, and the thresholds they belong to. */
export interface CountsAtScores extends Confusion {
  readonly thresholds: Float64Array;
}

/**
 * The counts at every threshold that makes a difference, ascending: below all scores, then at each distinct score, a
 * sample being called positive if its score is above it. At the last threshold none is.
 */
export function countsAtEveryScore({ positives, negatives }: SortedSides): CountsAtScores {
  const [upper, lower] = [positives.scores, negatives.scores];
  const allPositives = weightOfFirst(positives, upper.length);
  const allNegatives = weightOfFirst(negatives, lower.length);
  const most = upper.length + lower.length + 1;
  const falseNegatives = new Float64Array(most);
  const trueNegatives = new Float64Array(most);
  const thresholds = new Float64Array(most).fill(Number.NEGATIVE_INFINITY, 0, 1);
  let count = 1;
  let i = 0;
  let j = 0;
  while (i < upper.length || j < lower.length) {
    const score = Math.min(
      upper[i] ?? Number.POSITIVE_INFINITY,
      lower[j] ?? Number.POSITIVE_INFINITY,
    );
    while (upper[i] === score) i++;
    while (lower[j] === score) j++;
    falseNegatives[count] = weightOfFirst(positives, i);
    trueNegatives[count] = weightOfFirst(negatives, j);
    thresholds[count++] = score;
  }
  const missed = falseNegatives.subarray(0, count);
  const rejected = trueNegatives.subarray(0, count);
  return {
    truePositives: missed.map((weight) => allPositives - weight),
    falsePositives: rejected.map((weight) => allNegatives - weight),
    trueNegatives: rejected,
    falseNegatives: missed,
    thresholds: thresholds.subarray(0, count),
  };
}
