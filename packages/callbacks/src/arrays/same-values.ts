import type { HostArray } from "./host-array.ts";
import { sameShape } from "./same-shape.ts";

/**
 * Brings labels and predictions to one shape, for metrics in which each value counts by itself: `[n, steps]` beside
 * `[n, steps, 1]` are values of steps, not rows.
 *
 * Throws as `sameShape` does.
 */
export function sameValues(
  owner: string,
  truth: HostArray,
  predictions: HostArray,
  sparse?: string,
): readonly [HostArray, HostArray] {
  const aligned = sameShape(owner, truth, predictions, sparse);
  const { shape } = predictions;
  const isColumn = shape.length > 2 && shape.at(-1) === 1;
  return isColumn ? [{ values: truth.values, shape }, predictions] : aligned;
}
