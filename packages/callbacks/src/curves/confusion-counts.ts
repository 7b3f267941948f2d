import type { Accumulator } from "../state/accumulator.ts";
import { Variable } from "../state/variable.ts";

/** The weight of the true and false decisions at each of several thresholds. */
export interface Confusion {
  readonly truePositives: Float64Array;
  readonly falsePositives: Float64Array;
  readonly trueNegatives: Float64Array;
  readonly falseNegatives: Float64Array;
}

/**
 * Counts true and false positives and negatives at several thresholds at once: a sample is called positive at a
 * threshold if its score is above it, in float32.
 *
 * Where the thresholds are spaced evenly over [0, 1], Keras 3.16 clips scores to [0, 1] and computes their bucket in
 * float32 instead of comparing them; so does this. A NaN score or weight makes every count NaN.
 */
export class ConfusionCounts implements Accumulator {
  readonly #ascending: Float32Array;
  readonly #ranks: readonly number[];
  readonly #isEven: boolean;
  // Entry i holds the samples above exactly i thresholds.
  readonly #positives: Variable;
  readonly #negatives: Variable;
  // The same for the squares of their weights.
  readonly #positiveSquares: Variable;
  readonly #negativeSquares: Variable;

  /** `isEven` says whether to use evenly spaced buckets; by default as Keras does, from 3 thresholds on. */
  constructor(thresholds: readonly number[], isEven: boolean = areEvenlySpaced(thresholds)) {
    this.#ascending = Float32Array.from(thresholds).sort();
    this.#ranks = thresholds.map((threshold) => this.#ascending.indexOf(Math.fround(threshold)));
    this.#isEven = isEven;
    this.#positives = new Variable(thresholds.length + 1);
    this.#negatives = new Variable(thresholds.length + 1);
    this.#positiveSquares = new Variable(thresholds.length + 1);
    this.#negativeSquares = new Variable(thresholds.length + 1);
  }

  add(isPositive: boolean, score: number, weight: number): void {
    if (Number.isNaN(score) || Number.isNaN(weight)) {
      this.#positives.values.fill(Number.NaN);
      this.#negatives.values.fill(Number.NaN);
      return;
    }
    const above = this.#isEven ? this.#evenBucket(score) : this.#countBelow(score);
    (isPositive ? this.#positives : this.#negatives).add(weight, above);
    (isPositive ? this.#positiveSquares : this.#negativeSquares).add(weight * weight, above);
  }

  /** The counts at each threshold, in the order in which the thresholds were given. */
  counts(): Confusion {
    const [positives, negatives] = [this.#positives.values, this.#negatives.values];
    return {
      truePositives: this.#pick(sumsFrom(positives)),
      falsePositives: this.#pick(sumsFrom(negatives)),
      trueNegatives: this.#pick(sumsBefore(negatives)),
      falseNegatives: this.#pick(sumsBefore(positives)),
    };
  }

  get hasPositives(): boolean {
    return this.#positives.values.some((weight) => weight !== 0);
  }

  get hasNegatives(): boolean {
    return this.#negatives.values.some((weight) => weight !== 0);
  }

  /** The effective number of samples called positive at threshold `i`. */
  effectivePredicted(i: number): number {
    const from = (this.#ranks[i] ?? 0) + 1;
    const [weights, squares] = [
      [this.#positives, this.#negatives],
      [this.#positiveSquares, this.#negativeSquares],
    ].map((sides) => sides.reduce((sum, { values }) => sum + sumOf(values.subarray(from)), 0));
    return effective(weights ?? 0, squares ?? 0);
  }

  /** The effective number of positive samples. */
  effectivePositives(): number {
    return effective(sumOf(this.#positives.values), sumOf(this.#positiveSquares.values));
  }

  reset(): void {
    for (const part of this.#parts()) part.reset();
  }

  merge(other: this): void {
    const parts = other.#parts();
    for (const [i, part] of this.#parts().entries()) {
      const counterpart = parts[i];
      if (counterpart !== undefined) part.merge(counterpart);
    }
  }

  getState(): unknown {
    return this.#parts().map((part) => part.getState());
  }

  setState(state: unknown): void {
    const states: readonly unknown[] = Array.isArray(state) ? state : [];
    for (const [i, part] of this.#parts().entries()) part.setState(states[i]);
  }

  #parts(): readonly Variable[] {
    return [this.#positives, this.#negatives, this.#positiveSquares, this.#negativeSquares];
  }

  /** For each threshold the sum over the scores above it. */
  #pick(sums: Float64Array): Float64Array {
    const picked = new Float64Array(this.#ranks.length);
    for (let i = 0; i < picked.length; i++) picked[i] = sums[(this.#ranks[i] ?? 0) + 1] ?? 0;
    return picked;
  }

  #evenBucket(score: number): number {
    const clipped = Math.fround(Math.min(Math.max(score, 0), 1));
    const above = Math.ceil(Math.fround(clipped * (this.#ascending.length - 1)));
    return above === 0 && (this.#ascending[0] ?? 0) < 0 ? 1 : above;
  }

  #countBelow(score: number): number {
    const rounded = Math.fround(score);
    let low = 0;
    let high = this.#ascending.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ascending[middle] ?? 0) < rounded) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function effective(weight: number, squares: number): number {
  return squares === 0 ? 0 : weight ** 2 / squares;
}

/** Sums of an array's end, from each place on. */
function sumsFrom(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = values.length - 1; i >= 0; i--) sums[i] = (sums[i + 1] ?? 0) + (values[i] ?? 0);
  return sums;
}

/** Sums of an array's start, up to each place. The total minus `sumsFrom` would differ by rounding. */
function sumsBefore(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = (sums[i] ?? 0) + (values[i] ?? 0);
  return sums;
}

/** The test of Keras 3.16, which is numpy's `allclose` with an absolute tolerance of 1e-7. */
function areEvenlySpaced(thresholds: readonly number[]): boolean {
  if (thresholds.length < 3) return false;
  return thresholds.every((threshold, i) => {
    const even = Math.fround(i / (thresholds.length - 1));
    return Math.abs(threshold - even) <= 1e-7 + 1e-5 * even;
  });
}
