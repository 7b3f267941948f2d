import { type SortedRun, weightOfFirst } from "./sorted-run.ts";

/**
 * Counts the pairs of one upper and one lower score in which the upper score is the greater one; a tie is half a pair.
 * A pair weighs the product of its weights.
 *
 * Costs `small · log(large / small)` steps, so a small batch against all scores so far is cheap.
 */
export function orderedPairs(upper: SortedRun, lower: SortedRun): number {
  if (upper.scores.length > lower.scores.length) {
    return total(upper) * total(lower) - orderedPairs(lower, upper);
  }
  const { scores } = upper;
  let pairs = 0;
  let below = 0;
  for (let start = 0; start < scores.length; ) {
    const score = scores[start] ?? 0;
    let end = start + 1;
    while (end < scores.length && scores[end] === score) end++;
    below = countUpTo(lower.scores, score, below, false);
    const upTo = countUpTo(lower.scores, score, below, true);
    const weight = weightOfFirst(upper, end) - weightOfFirst(upper, start);
    pairs += (weight * (weightOfFirst(lower, below) + weightOfFirst(lower, upTo))) / 2;
    start = end;
  }
  return pairs;
}

function total(run: SortedRun): number {
  return weightOfFirst(run, run.scores.length);
}

/** How many scores are below the limit (or equal to it, if inclusive), when it is known to be at least `from`. */
function countUpTo(
  scores: Float64Array,
  limit: number,
  from: number,
  isInclusive: boolean,
): number {
  let low = from;
  let step = 1;
  let high = from;
  while (high < scores.length && isWithin(scores[high] ?? 0, limit, isInclusive)) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  high = Math.min(high, scores.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isWithin(scores[middle] ?? 0, limit, isInclusive)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isWithin(score: number, limit: number, isInclusive: boolean): boolean {
  return isInclusive ? score <= limit : score < limit;
}
