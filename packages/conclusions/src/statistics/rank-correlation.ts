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
  const rho = Math.max(-1, Math.min(1, sampleRankCorrelation([...x], [...y])));
  const reach = z * Math.sqrt((1 + rho ** 2 / 2) / (n - 3));
  const [low, high] = [-reach, reach].map((by) => Math.tanh(Math.atanh(rho) + by));
  return { rho, n, low: low as number, high: high as number };
}

const isConstant = (values: readonly number[]) => values.every((value) => value === values[0]);
