import { type SortedScores, sortedScores, weightOfFirst } from "./sorted-scores.ts";

/** The weights of the pairs of two sets of scores, by which score is higher. */
export interface Comparison {
  below: number;
  equal: number;
  above: number;
}

/**
 * Scores in order, in runs each at least twice as long as the next.
 *
 * So there are few runs to search, and each score moves few times: adding some to a million takes time for these only.
 */
export class SortedRuns {
  readonly #runs: SortedScores[] = [];
  #length = 0;
  #weight = 0;

  get length(): number {
    return this.#length;
  }

  /** The weight of all scores. */
  get weight(): number {
    return this.#weight;
  }

  add(run: SortedScores): void {
    this.#length += run.scores.length;
    this.#weight += weightOfFirst(run, run.scores.length);
    let added = run;
    for (;;) {
      const last = this.#runs.at(-1);
      if (last === undefined || last.scores.length >= 2 * added.scores.length) break;
      this.#runs.pop();
      added = merged(last, added);
    }
    if (added.scores.length > 0) this.#runs.push(added);
  }

  /** All scores in one run. */
  joined(): SortedScores {
    while (this.#runs.length > 1) {
      const [before, last] = this.#runs.splice(-2) as [SortedScores, SortedScores];
      this.#runs.push(merged(before, last));
    }
    return this.#runs[0] ?? sortedScores(new Float32Array(0), undefined);
  }

  /** Compares all scores with each of the given ones: how much weight lies below, at and above them. */
  compare(given: SortedScores): Comparison {
    const sum = { below: 0, equal: 0, above: 0 };
    for (const run of this.#runs) {
      const all = weightOfFirst(run, run.scores.length);
      let below = 0;
      for (let i = 0; i < given.scores.length; i++) {
        const score = given.scores[i] as number;
        const weight = given.weights === undefined ? 1 : (given.weights[i] as number);
        below = firstFrom(run.scores, below, score, false);
        const upTo =
          run.scores[below] === score ? firstFrom(run.scores, below, score, true) : below;
        const [lower, notHigher] = [weightOfFirst(run, below), weightOfFirst(run, upTo)];
        sum.below += weight * lower;
        sum.equal += weight * (notHigher - lower);
        sum.above += weight * (all - notHigher);
      }
    }
    return sum;
  }
}

/** The first place from `from` on whose score is not below the given one, or, where `isAbove`, is above it. */
function firstFrom(
  scores: SortedScores["scores"],
  from: number,
  score: number,
  isAbove: boolean,
): number {
  let [low, high] = [from, scores.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = scores[middle] as number;
    if (at < score || (isAbove && at === score)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function merged(a: SortedScores, b: SortedScores): SortedScores {
  const length = a.scores.length + b.scores.length;
  const isDouble = a.scores instanceof Float64Array || b.scores instanceof Float64Array;
  const scores = isDouble ? new Float64Array(length) : new Float32Array(length);
  const isWeighted = a.weights !== undefined || b.weights !== undefined;
  const weights = isWeighted ? new Float64Array(length).fill(1) : undefined;
  const fill = b.scores.length * FEW < a.scores.length ? fillByBlocks : fillByScores;
  fill(a, b, scores, weights);
  return sortedScores(scores, weights);
}

/** If one run has this many scores for each of the other, they are copied in blocks. */
const FEW = 8;

type Fill = (
  a: SortedScores,
  b: SortedScores,
  scores: SortedScores["scores"],
  weights: Float64Array | undefined,
) => void;

const fillByScores: Fill = (a, b, scores, weights) => {
  let [i, j] = [0, 0];
  for (let at = 0; at < scores.length; at++) {
    const isFirst =
      j === b.scores.length ||
      (i < a.scores.length && (a.scores[i] as number) <= (b.scores[j] as number));
    scores[at] = (isFirst ? a.scores[i] : b.scores[j]) as number;
    if (weights !== undefined) weights[at] = (isFirst ? a.weights?.[i] : b.weights?.[j]) ?? 1;
    if (isFirst) i++;
    else j++;
  }
};

const fillByBlocks: Fill = (a, b, scores, weights) => {
  let from = 0;
  for (let j = 0; j <= b.scores.length; j++) {
    const to =
      j < b.scores.length
        ? firstFrom(a.scores, from, b.scores[j] as number, true)
        : a.scores.length;
    scores.set(a.scores.subarray(from, to), from + j);
    if (a.weights !== undefined) weights?.set(a.weights.subarray(from, to), from + j);
    from = to;
    if (j === b.scores.length) return;
    scores[to + j] = b.scores[j] as number;
    if (weights !== undefined) weights[to + j] = b.weights?.[j] ?? 1;
  }
};
