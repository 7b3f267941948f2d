import type { SeriesPoints } from "../../store.ts";
import type { Bucket } from "../rollup/bucket.ts";
import type { PointRow } from "../rollup/series-rows.ts";

/** Gathers points into the columns that a chart reads. */
export class SeriesColumns {
  readonly #step: number[] = [];
  readonly #epoch: number[] = [];
  readonly #wallTime: number[] = [];
  readonly #value: number[] = [];
  readonly #badStep: number[] = [];
  readonly #badEpoch: number[] = [];
  readonly #badValue: number[] = [];
  #bad = 0;

  addPoint([step, epoch, wallMs, value]: PointRow): void {
    if (value !== null && Number.isFinite(value)) this.#push(step, epoch, wallMs, value);
    else this.#mark(step, epoch, value, 1);
  }

  /**
   * Its lowest and its highest point, in the order of their steps, and the first of what is not finite.
   *
   * @param bad the first value that is not finite; null for NaN
   */
  addBucket(b: Bucket, bad: number | null): void {
    if (b.min !== null && b.max !== null) {
      const low = [b.minStep ?? 0, b.minEpoch, b.minMs ?? 0, b.min] as const;
      const high = [b.maxStep ?? 0, b.maxEpoch, b.maxMs ?? 0, b.max] as const;
      const [one, two] = low[0] <= high[0] ? [low, high] : [high, low];
      this.#push(...one);
      if (one[0] !== two[0]) this.#push(...two);
    }
    if (b.badStep !== null) this.#mark(b.badStep, b.badEpoch, bad, b.bad);
  }

  done(run: string, key: string, total: number): SeriesPoints {
    return {
      run,
      key,
      total,
      step: new Float64Array(this.#step),
      epoch: new Float64Array(this.#epoch),
      wallTime: new Float64Array(this.#wallTime),
      value: new Float64Array(this.#value),
      nonFinite: {
        step: new Float64Array(this.#badStep),
        epoch: new Float64Array(this.#badEpoch),
        value: new Float64Array(this.#badValue),
        total: this.#bad,
      },
    };
  }

  #push(step: number, epoch: number | null, wallMs: number, value: number): void {
    this.#step.push(step);
    this.#epoch.push(epoch ?? Number.NaN);
    this.#wallTime.push(wallMs);
    this.#value.push(value);
  }

  #mark(step: number, epoch: number | null, value: number | null, count: number): void {
    this.#badStep.push(step);
    this.#badEpoch.push(epoch ?? Number.NaN);
    this.#badValue.push(value ?? Number.NaN);
    this.#bad += count;
  }
}
