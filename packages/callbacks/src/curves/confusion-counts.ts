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

  /** `isEven` says whether to use evenly spaced buckets; by default as Keras does, from 3 thresholds on. */
  constructor(thresholds: readonly number[], isEven: boolean = areEvenlySpaced(thresholds)) {
    this.#ascending = Float32Array.from(thresholds).sort();
    this.#ranks = thresholds.map((threshold) => this.#ascending.indexOf(Math.fround(threshold)));
    this.#isEven = isEven;
    this.#positives = new Variable(thresholds.length + 1);
    this.#negatives = new Variable(thresholds.length + 1);
  }

  add(isPositive: boolean, score: number, weight: number): void {
    if (Number.isNaN(score) || Number.isNaN(weight)) {
      this.#positives.values.fill(Number.NaN);
      this.#negatives.values.fill(Number.NaN);
      return;
    }
    const above = this.#isEven ? this.#evenBucket(score) : this.#countBelow(score);
    (isPositive ? this.#positives : this.#negatives).add(weight, above);
  }

  /** The counts at each threshold, in the order in which the thresholds were given. */
  counts(): Confusion {
    const above = this.#ranks.map((rank) => rank + 1);
    const truePositives = Float64Array.from(above, sumFrom(this.#positives.values));
    const falsePositives = Float64Array.from(above, sumFrom(this.#negatives.values));
    const positives = this.#positives.values.reduce((sum, count) => sum + count, 0);
    const negatives = this.#negatives.values.reduce((sum, count) => sum + count, 0);
    return {
      truePositives,
      falsePositives,
      trueNegatives: falsePositives.map((count) => negatives - count),
      falseNegatives: truePositives.map((count) => positives - count),
    };
  }

  reset(): void {
    this.#positives.reset();
    this.#negatives.reset();
  }

  merge(other: this): void {
    this.#positives.merge(other.#positives);
    this.#negatives.merge(other.#negatives);
  }

  getState(): unknown {
    return [this.#positives.getState(), this.#negatives.getState()];
  }

  setState(state: unknown): void {
    const [positives, negatives] = Array.isArray(state) ? state : [];
    this.#positives.setState(positives);
    this.#negatives.setState(negatives);
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

/** Sums of an array's end, from a given place on. */
function sumFrom(values: Float64Array): (start: number) => number {
  const sums = new Float64Array(values.length + 1);
  for (let i = values.length - 1; i >= 0; i--) sums[i] = (sums[i + 1] ?? 0) + (values[i] ?? 0);
  return (start) => sums[start] ?? 0;
}

/** The test of Keras 3.16, which is numpy's `allclose` with an absolute tolerance of 1e-7. */
function areEvenlySpaced(thresholds: readonly number[]): boolean {
  if (thresholds.length < 3) return false;
  return thresholds.every((threshold, i) => {
    const even = Math.fround(i / (thresholds.length - 1));
    return Math.abs(threshold - even) <= 1e-7 + 1e-5 * even;
  });
}
