/** Scores in ascending order, each with a weight. */
export interface SortedRun {
  readonly scores: Float64Array;
  /** The weight of the first `i` scores at `i`. Absent where every weight is 1. */
  readonly weightOfFirst: Float64Array | undefined;
}

/** Sorts scores with their weights; neither may be NaN. */
export function sortRun(scores: Float64Array, weights: Float64Array | undefined): SortedRun {
  if (weights === undefined) return { scores: scores.slice().sort(), weightOfFirst: undefined };
  const order = Uint32Array.from(scores.keys()).sort(
    (a, b) => (scores[a] ?? 0) - (scores[b] ?? 0) || a - b,
  );
  const sorted = new Float64Array(scores.length);
  const weightOfFirst = new Float64Array(scores.length + 1);
  for (const [at, from] of order.entries()) {
    sorted[at] = scores[from] ?? 0;
    weightOfFirst[at + 1] = (weightOfFirst[at] ?? 0) + (weights[from] ?? 0);
  }
  return { scores: sorted, weightOfFirst };
}

/** The weight of the first `count` scores of a run. */
export function weightOfFirst(run: SortedRun, count: number): number {
  return run.weightOfFirst === undefined ? count : (run.weightOfFirst[count] ?? 0);
}

/** One run with the scores of both. */
export function mergeRuns(a: SortedRun, b: SortedRun): SortedRun {
  if (a.scores.length === 0) return b;
  if (b.scores.length === 0) return a;
  const size = a.scores.length + b.scores.length;
  const scores = new Float64Array(size);
  const isWeighted = a.weightOfFirst !== undefined || b.weightOfFirst !== undefined;
  const weights = isWeighted ? new Float64Array(size + 1) : undefined;
  let i = 0;
  let j = 0;
  for (let at = 0; at < size; at++) {
    const left = a.scores[i] ?? Number.NaN;
    const right = b.scores[j] ?? Number.NaN;
    if (j === b.scores.length || left <= right) {
      scores[at] = left;
      i++;
    } else {
      scores[at] = right;
      j++;
    }
    if (weights !== undefined) weights[at + 1] = weightOfFirst(a, i) + weightOfFirst(b, j);
  }
  return { scores, weightOfFirst: weights };
}
