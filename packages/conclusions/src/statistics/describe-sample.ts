import { mean, quantileSorted, sampleVariance } from "simple-statistics";
import { tQuantile } from "./t-quantile.ts";

/** A stretch of values; of 95 of 100 such intervals the true value is inside. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What a sample is like. */
export interface SampleSummary {
  readonly n: number;
  readonly mean: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** The first and the third quartile, between neighbours as R's type 7. */
  readonly quartiles: Interval;
  /** The standard deviation, over n - 1. Absent where n is 1, as what follows from it. */
  readonly sd?: number;
  /** The standard error of the mean. */
  readonly se?: number;
  /** Of the mean, 95 %, by Student's t. */
  readonly interval?: Interval;
}

/** Describes finite values; undefined where there are none. */
export function describeSample(values: readonly number[]): SampleSummary | undefined {
  const n = values.length;
  if (n === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const center = mean(sorted);
  const [low, median, high] = [0.25, 0.5, 0.75].map((p) => quantileSorted(sorted, p));
  const known = {
    n,
    mean: center,
    median: median as number,
    min: sorted[0] as number,
    max: sorted[n - 1] as number,
    quartiles: { low: low as number, high: high as number },
  };
  if (n === 1) return known;
  const sd = Math.sqrt(sampleVariance(sorted));
  const se = sd / Math.sqrt(n);
  const reach = tQuantile(0.975, n - 1) * se;
  return { ...known, sd, se, interval: { low: center - reach, high: center + reach } };
}
