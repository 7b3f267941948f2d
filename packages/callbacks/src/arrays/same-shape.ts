import { alignRanks } from "./align-ranks.ts";
import type { HostArray } from "./host-array.ts";
import { isClassNumbers } from "./is-class-numbers.ts";

/**
 * Brings labels and predictions to one shape; `[n]` and `[n, 1]` are the same data.
 *
 * Throws a `RangeError` in the name of `owner` if their shapes differ in more than that. `sparse` names the metric that takes
 * class numbers, for labels that look like them.
 */
export function sameShape(
  owner: string,
  truth: HostArray,
  predictions: HostArray,
  sparse?: string,
): readonly [HostArray, HostArray] {
  const [alignedTruth, alignedPredictions] = alignRanks(truth, predictions);
  const isSame =
    alignedTruth.shape.length === alignedPredictions.shape.length &&
    alignedTruth.shape.every((length, axis) => length === alignedPredictions.shape[axis]);
  if (!isSame) {
    throw new RangeError(
      `${owner}: yTrue and yPred must have the same shape. Received: [${truth.shape}] and [${predictions.shape}]` +
        (sparse !== undefined && isClassNumbers(truth, predictions)
          ? `. For class numbers beside a score of each class use ${sparse}`
          : ""),
    );
  }
  return [alignedTruth, alignedPredictions];
}
