import type { HostArray } from "./host-array.ts";
import { isClassNumbers } from "./is-class-numbers.ts";
import { oneHotLabels } from "./one-hot-labels.ts";
import { sameValues } from "./same-values.ts";

/**
 * Labels in the shape of their predictions: as they are where both have one shape, and class numbers beside a score of each
 * class as rows with a 1 at the class.
 *
 * Throws a `RangeError` in the name of `owner` where the shapes do not fit or a label is no class.
 */
export function fittingLabels(
  owner: string,
  truth: HostArray,
  predictions: HostArray,
): readonly [HostArray, HostArray] {
  return isClassNumbers(truth, predictions)
    ? [oneHotLabels(owner, truth, predictions), predictions]
    : sameValues(owner, truth, predictions);
}
