import type { SeriesBuckets, SeriesPoints } from "../../series-points.ts";
import type { Bucket } from "../rollup/bucket.ts";
import type { PointRow } from "../rollup/series-rows.ts";

type BucketColumns = { readonly [column in keyof SeriesBuckets]: number[] };

/** Gathers points into the columns that a chart reads. */
export class SeriesColumns {
  readonly #step: number[] = [];
  readonly #epoch: number[] = [];
  readonly #wallTime: number[] = [];
  readonly #value: number[] = [];
  #buckets: BucketColumns | undefined;
  readonly #badStep: number[] = [];
  readonly #badEpoch: number[] = [];
  readonly #badValue: number[] = [];
  #bad = 0;

  addPoint([step, epoch, wallMs, value]: PointRow): void {
    if (value !== null && Number.isFinite(value)) this.#push(step, epoch, wallMs, value);
    else this.#mark(step, epoch, value, 1);
  }

  /**
   * Its lowest and its highest point, in the order of their steps, what it holds, and the first of what is not finite.
   *
   * @param end where it ends
   * @param bad the first value that is not finite; null for NaN
   */
  addBucket(b: Bucket, end: number, bad: number | null): void {
    this.#buckets ??= { step: [], epoch: [], wallTime: [], mean: [], low: [], high: [], n: [] };
    if (b.min !== null && b.max !== null) {
      const low = [b.minStep ?? 0, b.minEpoch, b.minMs ?? 0, b.min] as const;
      const high = [b.maxStep ?? 0, b.maxEpoch, b.maxMs ?? 0, b.max] as const;
      const [one, two] = low[0] <= high[0] ? [low, high] : [high, low];
      this.#push(...one);
      if (one[0] !== two[0]) this.#push(...two);
      this.#buckets.step.push(end);
      this.#buckets.epoch.push(b.epoch ?? Number.NaN);
      this.#buckets.wallTime.push(b.wallMs);
      this.#buckets.mean.push(b.mean);
      this.#buckets.low.push(b.min);
      this.#buckets.high.push(b.max);
      this.#buckets.n.push(b.n - b.bad);
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
      ...(this.#buckets && { buckets: packed(this.#buckets) }),
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

function packed(columns: BucketColumns): SeriesBuckets {
  const { step, epoch, wallTime, mean, low, high, n } = columns;
  return {
    step: new Float64Array(step),
    epoch: new Float64Array(epoch),
    wallTime: new Float64Array(wallTime),
    mean: new Float64Array(mean),
    low: new Float64Array(low),
    high: new Float64Array(high),
    n: new Float64Array(n),
  };
}
