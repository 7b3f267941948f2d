import { argMax } from "../../arrays/arg-max.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { oneHotLabels } from "../../arrays/one-hot-labels.ts";
import { perRow } from "../../arrays/per-row.ts";
import { sameShape } from "../../arrays/same-shape.ts";

/** The true and the predicted class of each sample, of how many classes. */
export interface ClassPairs {
  readonly actual: HostArray;
  readonly predicted: HostArray;
  readonly classes: number;
}

interface ClassPairsArgs {
  /** How many classes there are where predictions are class numbers. */
  readonly numClasses: number | undefined;
  readonly threshold: number;
}

/**
 * Which class each sample is of, and which one was predicted: the highest of several scores, the side of the threshold that
 * one probability lies on, or, of more than two classes, a class number as it is.
 */
export function classPairs(
  owner: string,
  yTrue: HostArray,
  yPred: HostArray,
  { numClasses, threshold }: ClassPairsArgs,
): ClassPairs {
  const columns = yPred.shape.length < 2 ? 1 : (yPred.shape.at(-1) ?? 1);
  if (columns > 1) {
    if (numClasses !== undefined && numClasses !== columns) {
      throw new RangeError(
        `${owner}: predictions must be of ${numClasses} classes. Received: shape [${yPred.shape}]`,
      );
    }
    const labels = oneHotLabels(owner, yTrue, yPred);
    return {
      actual: perRow(labels, (start, width) => argMax(labels.values, start, width)),
      predicted: perRow(yPred, (start, width) => argMax(yPred.values, start, width)),
      classes: columns,
    };
  }
  const [actual, predicted] = sameShape(owner, yTrue, yPred);
  if (numClasses !== undefined && numClasses > 2) return { actual, predicted, classes: numClasses };
  const limit = Math.fround(threshold);
  const side = (value: number) =>
    Number.isNaN(value) ? value : Number(Math.fround(value) > limit);
  return {
    actual,
    predicted: { values: Array.from(predicted.values, side), shape: predicted.shape },
    classes: 2,
  };
}
