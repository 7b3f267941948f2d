import type { SortedSides } from "./score-set.ts";
import { type SortedScores, weightOfFirst } from "./sorted-scores.ts";

/**
 * The variance of the area under the ROC curve.
 *
 * `areMultiples` says that weights are how many samples of weight 1 stand at a score. NaN with fewer than two samples of a
 * class.
 *
 * (DeLong, DeLong and Clarke-Pearson 1988, "Comparing the areas under two or more correlated ROC curves"; by ranks as Sun and
 * Xu 2014. Weights enter as squares, as in the variance of a weighted mean.)
 */
export function delongVariance(
  { positives, negatives }: SortedSides,
  area: number,
  areMultiples: boolean,
): number {
  return (
    placementVariance(positives, negatives, area, areMultiples) +
    placementVariance(negatives, positives, 1 - area, areMultiples)
  );
}

/** The variance of the mean share of `others` below a score of `own`. */
function placementVariance(
  own: SortedScores,
  others: SortedScores,
  mean: number,
  areMultiples: boolean,
): number {
  const all = weightOfFirst(others, others.scores.length);
  let [squares, weights, weightSquares] = [0, 0, 0];
  let [below, upTo] = [0, 0];
  for (let i = 0; i < own.scores.length; i++) {
    const score = own.scores[i] as number;
    while (below < others.scores.length && (others.scores[below] as number) < score) below++;
    if (upTo < below) upTo = below;
    while (upTo < others.scores.length && others.scores[upTo] === score) upTo++;
    const share = (weightOfFirst(others, below) + weightOfFirst(others, upTo)) / 2 / all;
    const weight = weightOfFirst(own, i + 1) - weightOfFirst(own, i);
    const influence = areMultiples ? weight : weight ** 2;
    squares += influence * (share - mean) ** 2;
    weights += weight;
    weightSquares += influence;
  }
  const count = weights ** 2 / weightSquares;
  return count > 1 ? (squares / weights ** 2) * (count / (count - 1)) : Number.NaN;
}
