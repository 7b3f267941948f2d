import type { SortedSides } from "./score-set.ts";
import { weightOfFirst } from "./sorted-scores.ts";

export interface RankArea {
  /** The area under the ROC curve; 0 without both classes. */
  readonly area: number;
  /** The share of pairs of a positive and a negative sample with equal scores. */
  readonly tied: number;
}

/**
 * The share of pairs of a positive and a negative sample in which the positive one has the higher score, ties counting
 * half: the exact area under the ROC curve.
 *
 * (Hanley and McNeil 1982, "The meaning and use of the area under a receiver operating characteristic (ROC) curve".)
 */
export function rankArea({ positives, negatives }: SortedSides): RankArea {
  const [upper, lower] = [positives.scores, negatives.scores];
  let [won, tied] = [0, 0];
  let [below, upTo] = [0, 0];
  for (let start = 0; start < upper.length; ) {
    const score = upper[start] as number;
    let end = start + 1;
    while (end < upper.length && upper[end] === score) end++;
    while (below < lower.length && (lower[below] as number) < score) below++;
    if (upTo < below) upTo = below;
    while (upTo < lower.length && lower[upTo] === score) upTo++;
    const weight = weightOfFirst(positives, end) - weightOfFirst(positives, start);
    const lost = weightOfFirst(negatives, below);
    won += weight * lost;
    tied += weight * (weightOfFirst(negatives, upTo) - lost);
    start = end;
  }
  const pairs = weightOfFirst(positives, upper.length) * weightOfFirst(negatives, lower.length);
  return pairs === 0
    ? { area: 0, tied: 0 }
    : { area: (won + tied / 2) / pairs, tied: tied / pairs };
}
