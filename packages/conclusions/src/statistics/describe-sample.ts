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

/** Describes finite values, however large; undefined where there are none. */
export function describeSample(values: readonly number[]): SampleSummary | undefined {
  const n = values.length;
  if (n === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const [min, max] = [sorted[0] as number, sorted[n - 1] as number];
  const scale = scaleOf(Math.max(Math.abs(min), Math.abs(max)));
  const scaled = scale === 1 ? sorted : sorted.map((value) => value / scale);
  const center = mean(scaled) * scale;
  const [low, median, high] = [0.25, 0.5, 0.75].map((p) => quantileSorted(scaled, p) * scale);
  const quartiles = { low: low as number, high: high as number };
  const known = { n, mean: center, median: median as number, min, max, quartiles };
  if (n === 1) return known;
  const sd = Math.sqrt(sampleVariance(scaled)) * scale;
  const se = sd / Math.sqrt(n);
  const reach = reachOf(n) * se;
  return { ...known, sd, se, interval: { low: center - reach, high: center + reach } };
}

/** Squares of very large values are no numbers any more, and those of very small ones are 0. A power of two changes no digit. */
function scaleOf(size: number): number {
  const isUsual = size === 0 || (size > 1e-140 && size < 1e140);
  return isUsual ? 1 : 2 ** Math.max(-1000, Math.min(1000, Math.floor(Math.log2(size))));
}

const reaches = new Map<number, number>();

/** How many standard errors the interval of a mean reaches: asked again and again for the same n. */
function reachOf(n: number): number {
  const known = reaches.get(n) ?? tQuantile(0.975, n - 1);
  if (reaches.size < 10_000) reaches.set(n, known);
  return known;
}
