import type { HostArray } from "./host-array.ts";

/**
 * Whether labels have the shape of class numbers beside predictions of a score for each class: `[n]` or `[n, 1]` beside
 * `[n, classes]`, `[n, steps]` or `[n, steps, 1]` beside `[n, steps, classes]`.
 */
export function isClassNumbers(truth: HostArray, predictions: HostArray): boolean {
  const rows = predictions.shape.slice(0, -1);
  if (rows.length === 0 || (predictions.shape.at(-1) ?? 1) < 2) return false;
  const hasColumn = truth.shape.length === predictions.shape.length && truth.shape.at(-1) === 1;
  const shape = hasColumn ? truth.shape.slice(0, -1) : truth.shape;
  return shape.length === rows.length && shape.every((length, axis) => length === rows[axis]);
}
