import { broadcast } from "./broadcast.ts";
import type { HostArray } from "./host-array.ts";

/**
 * A weight for each prediction, by the rule that the counting metrics of Keras 3.16 share: weights of one dimension less
 * than the predictions weigh whole rows, then they repeat where their dimension is 1.
 *
 * Throws a `RangeError` in the name of `owner` if they do not fit.
 */
export function countWeights(
  owner: string,
  sampleWeight: HostArray | undefined,
  shape: readonly number[],
): ArrayLike<number> | undefined {
  if (sampleWeight === undefined) return undefined;
  const isPerPrediction = sampleWeight.shape.length === shape.length;
  const weights = isPerPrediction
    ? sampleWeight
    : { values: sampleWeight.values, shape: [...sampleWeight.shape, 1] };
  const fitting = broadcast(weights, shape);
  if (fitting === undefined) {
    throw new RangeError(
      `${owner}: sampleWeight must fit the predictions of shape [${shape}]. Received: shape [${sampleWeight.shape}]`,
    );
  }
  return fitting;
}
