import { mean, sampleVariance } from "simple-statistics";
import type { Interval } from "./describe-sample.ts";
import { tQuantile } from "./t-quantile.ts";

/** By how much the mean of one group is above that of another, and how sure that is. */
export interface MeanDifference extends Interval {
  /** The mean of `b` less the mean of `a`; `low` and `high` are its interval. */
  readonly difference: number;
  /** Degrees of freedom, after Satterthwaite; Infinity where neither group varies. */
  readonly df: number;
}

/**
 * The difference of two means with its interval, after Welch: the groups need not vary alike, nor be equally large.
 *
 * Undefined where a group has fewer than 2 values: nobody knows then how much it varies.
 *
 * @param confidence how often such an interval holds the true difference
 */
export function welchInterval(
  a: readonly number[],
  b: readonly number[],
  confidence = 0.95,
): MeanDifference | undefined {
  if (a.length < 2 || b.length < 2) return undefined;
  const difference = mean([...b]) - mean([...a]);
  const [one, two] = [a, b].map((values) => sampleVariance([...values]) / values.length);
  const [ofA, ofB] = [one as number, two as number];
  const se = Math.sqrt(ofA + ofB);
  if (se === 0) return { difference, low: difference, high: difference, df: Infinity };
  // As shares, so that tiny variances do not vanish when they are squared.
  const [shareA, shareB] = [ofA / (ofA + ofB), ofB / (ofA + ofB)];
  const df = 1 / (shareA ** 2 / (a.length - 1) + shareB ** 2 / (b.length - 1));
  const reach = tQuantile(1 - (1 - confidence) / 2, df) * se;
  return { difference, low: difference - reach, high: difference + reach, df };
}
