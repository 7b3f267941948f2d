import { sampleRankCorrelation } from "simple-statistics";
import type { Interval } from "./describe-sample.ts";

/** How well two rows of numbers rise together, whatever their units: 1 always, 0 not at all, -1 one falls where the other rises. */
export interface RankCorrelation extends Interval {
  /** Spearman's, ties at their mean rank; `low` and `high` are its 95 % interval. */
  readonly rho: number;
  readonly n: number;
}

/** The 97.5th percentile of a standard normal distribution. */
const z = 1.959963984540054;

/**
 * Spearman's rank correlation with its 95 % interval, by Fisher's z with the standard error of Bonett and Wright (2000).
 *
 * That pairs of a sample are in perfect order makes nobody sure that all are: the interval then reaches from where it would with
 * half a swap of two neighbours.
 *
 * Undefined where there are fewer than 4 pairs, or one of the two never changes.
 */
export function rankCorrelation(
  x: readonly number[],
  y: readonly number[],
): RankCorrelation | undefined {
  const n = x.length;
  if (n !== y.length) {
    throw new RangeError(
      `rankCorrelation: x and y must be equally long. Received: ${n} and ${y.length}`,
    );
  }
  if (n < 4 || isConstant(x) || isConstant(y)) return undefined;
  const found = sampleRankCorrelation([...x], [...y]);
  // Perfect order is perfect, whatever is lost in the last digit.
  const rho = Math.abs(found) > 1 - 1e-12 ? Math.sign(found) : found;
  const reach = z * Math.sqrt((1 + rho ** 2 / 2) / (n - 3));
  const most = 1 - 6 / (n * (n ** 2 - 1));
  const center = Math.atanh(Math.max(-most, Math.min(most, rho)));
  const low = rho === -1 ? -1 : Math.tanh(center - reach);
  const high = rho === 1 ? 1 : Math.tanh(center + reach);
  return { rho, n, low, high };
}

const isConstant = (values: readonly number[]) => values.every((value) => value === values[0]);
