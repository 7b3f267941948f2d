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
  const truePositives = new Float64Array(most).fill(allPositives, 0, 1);
  const falsePositives = new Float64Array(most).fill(allNegatives, 0, 1);
  const thresholds = new Float64Array(most).fill(Number.NEGATIVE_INFINITY, 0, 1);
  let count = 1;
  let i = 0;
  let j = 0;
  while (i < upper.length || j < lower.length) {
    const score =
      j === lower.length || (upper[i] as number) < (lower[j] as number)
        ? (upper[i] as number)
        : (lower[j] as number);
    while (i < upper.length && upper[i] === score) i++;
    while (j < lower.length && lower[j] === score) j++;
    const missed = weightOfFirst(positives, i);
    const rejected = weightOfFirst(negatives, j);
    falseNegatives[count] = missed;
    trueNegatives[count] = rejected;
    truePositives[count] = allPositives - missed;
    falsePositives[count] = allNegatives - rejected;
    thresholds[count++] = score;
  }
  return {
    truePositives: truePositives.subarray(0, count),
    falsePositives: falsePositives.subarray(0, count),
    trueNegatives: trueNegatives.subarray(0, count),
    falseNegatives: falseNegatives.subarray(0, count),
    thresholds: thresholds.subarray(0, count),
  };
}
