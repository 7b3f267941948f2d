import { alignRanks } from "./align-ranks.ts";
import { type HostArray, type MetricInput, toHostArray } from "./host-array.ts";

/**
 * Reads labels and predictions and brings them to one shape; `[n]` and `[n, 1]` are the same data.
 *
 * Throws a `RangeError` in the name of `owner` if their shapes differ in more than that.
 */
export function sameShape(
  owner: string,
  yTrue: MetricInput,
  yPred: MetricInput,
): readonly [HostArray, HostArray] {
  const truth = toHostArray(yTrue, `${owner}: yTrue`);
  const predictions = toHostArray(yPred, `${owner}: yPred`);
  const [alignedTruth, alignedPredictions] = alignRanks(truth, predictions);
  const isSame =
    alignedTruth.shape.length === alignedPredictions.shape.length &&
    alignedTruth.shape.every((length, axis) => length === alignedPredictions.shape[axis]);
  if (!isSame) {
    throw new RangeError(
      `${owner}: yTrue and yPred must have the same shape. Received: [${truth.shape}] and [${predictions.shape}]`,
    );
  }
  return [alignedTruth, alignedPredictions];
}
