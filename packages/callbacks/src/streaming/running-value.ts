import { util } from "@tensorflow/tfjs";

const ALWAYS_BELOW_SAMPLES = 4096;
const GROWTH = 1.05;
const CHEAP_MS = 0.1;

/**
 * The value of a metric in the middle of a pass, computed when somebody looks.
 *
 * A ranking metric sorts all it has seen for each value. So from 4,096 samples on, a value that is not cheap is renewed
 * only when the samples have grown by 5 %: all renewals together then cost about as much as twenty values.
 */
export class RunningValue {
  readonly #compute: () => number;
  #samples = 0;
  #batches = 0;
  #value = Number.NaN;
  #valueSamples = 0;
  #cost = 0;

  constructor(compute: () => number) {
    this.#compute = compute;
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
    const isDue =
      this.#samples <= ALWAYS_BELOW_SAMPLES ||
      this.#samples >= this.#valueSamples * GROWTH ||
      this.#cost < CHEAP_MS;
    if (this.#samples !== this.#valueSamples && isDue) {
      const start = util.now();
      this.#value = this.#compute();
      this.#cost = util.now() - start;
      this.#valueSamples = this.#samples;
    }
    return this.#value;
  }
}
