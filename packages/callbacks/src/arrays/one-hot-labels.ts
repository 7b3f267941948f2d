import { classAdvice } from "./class-advice.ts";
import type { HostArray } from "./host-array.ts";
import { sameShape } from "./same-shape.ts";
import { sparseLabels } from "./sparse-labels.ts";

/**
 * Labels in the shape of predictions of several classes: as they are where they have it, else class numbers as rows with
 * a 1 at the class.
 *
 * Throws a `RangeError` in the name of `owner` where the shapes do not fit or a label is no class.
 */
export function oneHotLabels(owner: string, truth: HostArray, predictions: HostArray): HostArray {
  const classes = predictions.shape.at(-1) ?? 1;
  const isOneHot =
    truth.shape.length === predictions.shape.length && truth.shape.at(-1) === classes;
  if (isOneHot) return sameShape(owner, truth, predictions)[0];
  const labels = sparseLabels(owner, truth, predictions);
  const values = new Float64Array(predictions.values.length);
  for (let row = 0; row < labels.values.length; row++) {
    const label = labels.values[row] ?? Number.NaN;
    if (Number.isNaN(label)) values.fill(label, row * classes, (row + 1) * classes);
    else if (Number.isInteger(label) && label >= 0 && label < classes) {
      values[row * classes + label] = 1;
    } else {
      throw new RangeError(
        `${owner}: yTrue must hold classes from 0 to ${classes - 1}. ${classAdvice(labels.values, classes, label)}`,
      );
    }
  }
  return { values, shape: predictions.shape };
}
