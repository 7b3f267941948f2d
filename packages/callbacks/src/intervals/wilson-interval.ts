import type { Interval } from "./interval.ts";
import { normalQuantile } from "./normal-quantile.ts";

/**
 * Wilson's score interval of a proportion among `count` samples. Without samples it is [0, 1].
 *
 * With weights, `count` is the effective number of samples, `(Σ w)² / Σ w²`.
 *
 * (Wilson 1927, "Probable inference, the law of succession, and statistical inference".)
 */
export function wilsonInterval(proportion: number, count: number, level: number): Interval {
  if (Number.isNaN(proportion)) return [Number.NaN, Number.NaN];
  if (count === 0) return [0, 1];
  const z = normalQuantile((1 + level) / 2);
  const zz = (z * z) / count;
  const middle = (proportion + zz / 2) / (1 + zz);
  const spread = Math.sqrt((proportion * (1 - proportion)) / count + zz / (4 * count));
  const half = (z * spread) / (1 + zz);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
