import type { HostArray } from "./host-array.ts";

/**
 * Labels that are class numbers, one for each row of the predictions' last dimension: `[n]` or `[n, 1]` beside
 * `[n, classes]`, `[n, steps]` beside `[n, steps, classes]`.
 *
 * Throws a `RangeError` in the name of `owner` if their numbers differ.
 */
export function sparseLabels(owner: string, truth: HostArray, predictions: HostArray): HostArray {
  const expected = predictions.shape.slice(0, -1);
  const hasColumn = truth.shape.length === predictions.shape.length && truth.shape.at(-1) === 1;
  const shape = hasColumn ? truth.shape.slice(0, -1) : truth.shape;
  const isFitting =
    predictions.shape.length > 0 &&
    shape.length === expected.length &&
    shape.every((length, axis) => length === expected[axis]);
  if (!isFitting) {
    throw new RangeError(
      `${owner}: yTrue must hold one class for each row of yPred. Received: shapes [${truth.shape}] and [${predictions.shape}]`,
    );
  }
  return { values: truth.values, shape };
}
