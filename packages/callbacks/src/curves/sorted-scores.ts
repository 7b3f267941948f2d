/** Scores in ascending order, each with a weight. */
export interface SortedScores {
  readonly scores: Float32Array | Float64Array;
  /** Absent where every weight is 1. */
  readonly weights: Float64Array | undefined;
  /** The weight of the first `i` scores at `i`. Absent where every weight is 1. */
  readonly weightOfFirst: Float64Array | undefined;
}

/** Scores that are in order already, with their weights. */
export function sortedScores(
  scores: SortedScores["scores"],
  weights: Float64Array | undefined,
): SortedScores {
  return { scores, weights, weightOfFirst: weights && sumsOf(weights) };
}

/** The weight of the first `count` scores. */
export function weightOfFirst(sorted: SortedScores, count: number): number {
  return sorted.weightOfFirst === undefined ? count : (sorted.weightOfFirst[count] ?? 0);
}

function sumsOf(weights: Float64Array): Float64Array {
  const sums = new Float64Array(weights.length + 1);
  for (let i = 0; i < weights.length; i++) sums[i + 1] = (sums[i] ?? 0) + (weights[i] ?? 0);
  return sums;
}
