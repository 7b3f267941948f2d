import { util } from "@tensorflow/tfjs";

const ALWAYS_BELOW_SAMPLES = 1024;
const GROWTH = 1.05;
const CHEAP_MS = 0.1;
/** How many costs are remembered, so that one that is high by chance, as during garbage collection, does not count. */
const REMEMBERED = 3;

export interface RunningValueArgs {
  readonly compute: () => number;
  /** What the cost of a value grows with: the samples added last, or all of them. Measured where the metric does not say. */
  readonly cost: () => "batch" | "samples" | undefined;
}

/**
 * The value of a metric in the middle of a pass, computed when somebody reads it.
 *
 * A value whose cost grows with all samples is renewed, from 1,024 of them on, only when they have grown by 5 %: all renewals
 * together then cost about as much as twenty values. So is one of unknown cost that is not cheap.
 */
export class RunningValue {
  readonly #compute: () => number;
  readonly #knownCost: RunningValueArgs["cost"];
  #samples = 0;
  #batches = 0;
  #value = Number.NaN;
  #valueSamples = 0;
  readonly #costs: number[] = [];

  constructor({ compute, cost }: RunningValueArgs) {
    this.#compute = compute;
    this.#knownCost = cost;
  }

  get isFirst(): boolean {
    return this.#batches === 1;
  }

  begin(): void {
    this.#samples = 0;
    this.#batches = 0;
    this.#value = Number.NaN;
    this.#valueSamples = 0;
  }

  add(samples: number): void {
    this.#samples += samples;
    this.#batches++;
  }

  value(): number {
    if (this.#samples !== this.#valueSamples && this.#isDue()) {
      this.#value = this.#knownCost() === undefined ? this.#measured() : this.#compute();
      this.#valueSamples = this.#samples;
    }
    return this.#value;
  }

  #isDue(): boolean {
    if (this.#samples <= ALWAYS_BELOW_SAMPLES || this.#samples >= this.#valueSamples * GROWTH) {
      return true;
    }
    const cost = this.#knownCost();
    return cost === undefined ? Math.min(...this.#costs) < CHEAP_MS : cost === "batch";
  }

  #measured(): number {
    const start = util.now();
    const value = this.#compute();
    this.#costs.push(util.now() - start);
    if (this.#costs.length > REMEMBERED) this.#costs.shift();
    return value;
  }
}
