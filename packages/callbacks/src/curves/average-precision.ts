import type { SortedSides } from "./score-set.ts";
import { weightOfFirst } from "./sorted-scores.ts";

/**
 * The mean precision over all steps of recall, `Σ (R_i − R_{i+1}) · P_i` over ascending thresholds: the area under the
 * precision-recall curve as steps, without interpolation. 0 without positive samples.
 */
export function averagePrecision({ positives, negatives }: SortedSides): number {
  const [upper, lower] = [positives.scores, negatives.scores];
  const allPositives = weightOfFirst(positives, upper.length);
  const allNegatives = weightOfFirst(negatives, lower.length);
  let [sum, below] = [0, 0];
  for (let start = 0; start < upper.length; ) {
    const score = upper[start] as number;
    let end = start + 1;
    while (end < upper.length && upper[end] === score) end++;
    while (below < lower.length && (lower[below] as number) < score) below++;
    const found = allPositives - weightOfFirst(positives, start);
    const gained = found - (allPositives - weightOfFirst(positives, end));
    const falsePositives = allNegatives - weightOfFirst(negatives, below);
    if (gained !== 0) sum += (gained * found) / (found + falsePositives);
    start = end;
  }
  return allPositives === 0 ? 0 : sum / allPositives;
}
