import { argMax } from "../../arrays/arg-max.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { perRow } from "../../arrays/per-row.ts";
import { sameShape } from "../../arrays/same-shape.ts";
import { sparseLabels } from "../../arrays/sparse-labels.ts";

/** The true and the predicted class of each sample, of how many classes. */
export interface ClassPairs {
  readonly actual: HostArray;
  readonly predicted: HostArray;
  readonly classes: number;
  /** Whether the side of the threshold decided. */
  readonly isBySide: boolean;
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
    const isOneHot = yTrue.shape.length === yPred.shape.length && yTrue.shape.at(-1) === columns;
    return {
      actual: isOneHot
        ? highestOf(sameShape(owner, yTrue, yPred)[0])
        : sparseLabels(owner, yTrue, yPred),
      predicted: highestOf(yPred),
      classes: columns,
      isBySide: false,
    };
  }
  const [actual, predicted] = sameShape(owner, yTrue, yPred);
  if (numClasses !== undefined && numClasses > 2) {
    return { actual, predicted, classes: numClasses, isBySide: false };
  }
  const limit = Math.fround(threshold);
  const side = (value: number) =>
    Number.isNaN(value) ? value : Number(Math.fround(value) > limit);
  return {
    actual,
    predicted: { values: Array.from(predicted.values, side), shape: predicted.shape },
    classes: 2,
    isBySide: true,
  };
}

/** The column of the highest value of each row. */
function highestOf(rows: HostArray): HostArray {
  return perRow(rows, (start, width) => argMax(rows.values, start, width));
}
