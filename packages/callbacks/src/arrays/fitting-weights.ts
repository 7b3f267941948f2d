import { broadcast } from "./broadcast.ts";
import type { HostArray } from "./host-array.ts";
import { rowWeights } from "./row-weights.ts";

/**
 * A weight for each sample of a shape: weights of lower rank weigh all that lies below them, and a last dimension of 1 too
 * many is dropped.
 *
 * Throws a `RangeError` in the name of `owner` if they do not fit.
 */
export function fittingWeights(
  owner: string,
  sampleWeight: HostArray | undefined,
  shape: readonly number[],
): ArrayLike<number> | undefined {
  if (sampleWeight === undefined) return undefined;
  const fitting = broadcast(rowWeights(sampleWeight, shape.length), shape);
  if (fitting === undefined) {
    throw new RangeError(
      `${owner}: sampleWeight must fit the predictions of shape [${shape}]. Received: shape [${sampleWeight.shape}]`,
    );
  }
  return fitting;
}
