import type { SortedSides } from "./score-set.ts";
import { weightOfFirst } from "./sorted-scores.ts";

/** The weight of the pairs of a positive and a negative sample: the product of both their weights. */
export interface RankPairs {
  readonly all: number;
  /** Of those in which the positive one has the higher score. */
  readonly won: number;
  /** Of those with equal scores. */
  readonly tied: number;
}

/** Compares each positive score with each negative one, in one sweep over both. */
export function rankPairs({ positives, negatives }: SortedSides): RankPairs {
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
  const all = weightOfFirst(positives, upper.length) * weightOfFirst(negatives, lower.length);
  return { all, won, tied };
}
