/** Scores in ascending order, each with a weight. */
export interface SortedScores {
  readonly scores: Float32Array | Float64Array;
  /** The weight of the first `i` scores at `i`. Absent where every weight is 1. */
  readonly weightOfFirst: Float64Array | undefined;
}

/** The weight of the first `count` scores. */
export function weightOfFirst(sorted: SortedScores, count: number): number {
  return sorted.weightOfFirst === undefined ? count : (sorted.weightOfFirst[count] ?? 0);
}
