import type { EpochCurve } from "./epoch-curve.ts";

/**
 * The power of two to divide curves by. It brings very large and very small values to a range in which sums and differences neither overflow
 * nor vanish.
 */
export function scaleOf(...curves: readonly EpochCurve[]): number {
  let most = 0;
  for (const { values } of curves)
    for (const value of values) most = Math.max(most, Math.abs(value));
  if (most > 2 ** 500) return 2 ** 600;
  return most > 0 && most < 2 ** -500 ? 2 ** -600 : 1;
}
