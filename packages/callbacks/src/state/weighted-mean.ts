import { alignRanks } from "../arrays/align-ranks.ts";
import { broadcast } from "../arrays/broadcast.ts";
import type { HostArray } from "../arrays/host-array.ts";
import type { Accumulator } from "./accumulator.ts";
import { Variable } from "./variable.ts";

/**
 * The mean of all samples added so far, each by its weight.
 *
 * A sample is one entry of the first dimension; what lies below it is averaged first. Weights of lower rank weigh that
 * average, weights of the same rank weigh each value; both follow the reduction of Keras 3.16. No weight at all, or
 * weights that sum to 0, give 0.
 */
export class WeightedMean implements Accumulator {
  // The sums of the weighted values, of the weights, and of their squares.
  readonly #sums = new Variable(3);

  /** `owner` names the metric in the error thrown where the weights do not fit the values. */
  add(owner: string, values: HostArray, sampleWeight: HostArray | undefined): void {
    if (sampleWeight === undefined) {
      const samples = values.shape[0] ?? 1;
      if (samples === 0) return;
      this.#add((sum(values.values) * samples) / values.values.length, samples, samples);
      return;
    }
    const [aligned, alignedWeight] = alignRanks(values, sampleWeight);
    const weighed = meanBeyond(aligned, alignedWeight.shape.length);
    const weights = broadcast(alignedWeight, weighed.shape);
    if (weights === undefined) {
      throw new RangeError(
        `${owner}: sampleWeight must fit the values of shape [${values.shape}]. Received: shape [${sampleWeight.shape}]`,
      );
    }
    if (weighed.shape[0] === 0) return;
    const perSample = weights.length / (weighed.shape[0] ?? 1);
    this.#add(
      sumOfProducts(weighed.values, weights) / perSample,
      sum(weights) / perSample,
      sumOfProducts(weights, weights) / perSample,
    );
  }

  result(): number {
    const [total = 0, weight = 0] = this.#sums.values;
    return weight === 0 ? 0 : total / weight;
  }

  /** The effective number of samples: `(Σ w)² / Σ w²`. */
  effectiveCount(): number {
    const [, weight = 0, squares = 0] = this.#sums.values;
    return squares === 0 ? 0 : weight ** 2 / squares;
  }

  reset(): void {
    this.#sums.reset();
  }

  merge(other: this): void {
    this.#sums.merge(other.#sums);
  }

  getState(): unknown {
    return this.#sums.getState();
  }

  setState(state: unknown): void {
    this.#sums.setState(state);
  }

  #add(total: number, weight: number, squares: number): void {
    this.#sums.add(total, 0);
    this.#sums.add(weight, 1);
    this.#sums.add(squares, 2);
  }
}

/** Averages away all dimensions from `rank` on. */
function meanBeyond({ values, shape }: HostArray, rank: number): HostArray {
  if (shape.length <= rank) return { values, shape };
  const kept = shape.slice(0, rank);
  const size = kept.reduce((product, length) => product * length, 1);
  const below = values.length / size;
  const means = new Float64Array(size);
  for (let i = 0; i < values.length; i++) {
    const at = Math.floor(i / below);
    means[at] = (means[at] ?? 0) + (values[i] ?? 0) / below;
  }
  return { values: means, shape: kept };
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] ?? 0;
  return total;
}

function sumOfProducts(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}
