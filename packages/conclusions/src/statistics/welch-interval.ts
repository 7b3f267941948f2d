import { mean, sampleVariance } from "simple-statistics";
import type { Interval, SampleSummary } from "./describe-sample.ts";
import { tQuantile } from "./t-quantile.ts";

/** By how much the mean of one group is above that of another, and how sure that is. */
export interface MeanDifference extends Interval {
  /** The mean of `b` less the mean of `a`; `low` and `high` are its interval. */
  readonly difference: number;
  /** Degrees of freedom, after Satterthwaite; Infinity where neither group varies. */
  readonly df: number;
}

/** The values of a group, or what they are like. */
export type ComparedSample = readonly number[] | Pick<SampleSummary, "n" | "mean" | "sd">;

/**
 * The difference of two means with its interval, after Welch: the groups need not vary alike, nor be equally large.
 *
 * Undefined where a group has fewer than 2 values: nobody knows then how much it varies.
 *
 * @param confidence how often such an interval holds the true difference
 */
export function welchInterval(
  a: ComparedSample,
  b: ComparedSample,
  confidence = 0.95,
): MeanDifference | undefined {
  const [one, two] = [momentsOf(a), momentsOf(b)];
  if (one === undefined || two === undefined) return undefined;
  const difference = two.mean - one.mean;
  const [ofA, ofB] = [one.variance / one.n, two.variance / two.n];
  const se = Math.sqrt(ofA + ofB);
  if (se === 0) return { difference, low: difference, high: difference, df: Infinity };
  // As shares, so that tiny variances do not vanish when they are squared.
  const [shareA, shareB] = [ofA / (ofA + ofB), ofB / (ofA + ofB)];
  const df = 1 / (shareA ** 2 / (one.n - 1) + shareB ** 2 / (two.n - 1));
  const reach = tQuantile(1 - (1 - confidence) / 2, df) * se;
  return { difference, low: difference - reach, high: difference + reach, df };
}

function momentsOf(sample: ComparedSample) {
  if (!("mean" in sample)) {
    const values = [...sample];
    if (values.length < 2) return undefined;
    return { n: values.length, mean: mean(values), variance: sampleVariance(values) };
  }
  const { n, sd } = sample;
  return sd === undefined ? undefined : { n, mean: sample.mean, variance: sd ** 2 };
}
