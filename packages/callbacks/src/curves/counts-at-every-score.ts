import type { Confusion } from "./confusion-counts.ts";
import { type SortedRun, weightOfFirst } from "./sorted-run.ts";

/**
 * The counts at every threshold that makes a difference, ascending: below all scores, then at each distinct score, a
 * sample being called positive if its score is above it. At the last threshold none is.
 */
export function countsAtEveryScore(positives: SortedRun, negatives: SortedRun): Confusion {
  const allPositives = weightOfFirst(positives, positives.scores.length);
  const allNegatives = weightOfFirst(negatives, negatives.scores.length);
  const most = positives.scores.length + negatives.scores.length + 1;
  const falseNegatives = new Float64Array(most);
  const trueNegatives = new Float64Array(most);
  let thresholds = 1;
  let i = 0;
  let j = 0;
  while (i < positives.scores.length || j < negatives.scores.length) {
    const score = Math.min(
      positives.scores[i] ?? Number.POSITIVE_INFINITY,
      negatives.scores[j] ?? Number.POSITIVE_INFINITY,
    );
    while (positives.scores[i] === score) i++;
    while (negatives.scores[j] === score) j++;
    falseNegatives[thresholds] = weightOfFirst(positives, i);
    trueNegatives[thresholds] = weightOfFirst(negatives, j);
    thresholds++;
  }
  const missed = falseNegatives.subarray(0, thresholds);
  const rejected = trueNegatives.subarray(0, thresholds);
  return {
    truePositives: missed.map((count) => allPositives - count),
    falsePositives: rejected.map((count) => allNegatives - count),
    trueNegatives: rejected,
    falseNegatives: missed,
  };
}
