import { checkBinaryLabels } from "../arrays/check-binary-labels.ts";
import type { HostArray } from "../arrays/host-array.ts";
import { sameShape } from "../arrays/same-shape.ts";
import { sparseLabels } from "../arrays/sparse-labels.ts";
import { weightsOfLabels } from "../arrays/weights-of-labels.ts";
import { binaryMatches } from "../metrics/accuracy/binary-matches.ts";
import { categoricalMatches } from "../metrics/accuracy/categorical-matches.ts";
import { noClassRemark } from "../metrics/accuracy/no-class-remark.ts";
import { ProportionMetric } from "../metrics/accuracy/proportion-metric.ts";
import { sparseMatches } from "../metrics/accuracy/sparse-matches.ts";
import type { MetricArgs } from "../metrics/metric.ts";

/** How far rounding may lift the sum of a row's probabilities above 1. */
const ROUNDING = 1e-3;

/** The metric behind `"accuracy"`: the accuracy that fits the labels and predictions of a batch. */
export class AccuracyByShape extends ProportionMetric {
  constructor(args: MetricArgs = {}) {
    super(args, { name: "accuracy", direction: "max" });
  }

  protected override align(yTrue: HostArray, yPred: HostArray): readonly [HostArray, HostArray] {
    const owner = this.constructor.name;
    return areSparse(yTrue, yPred)
      ? [sparseLabels(owner, yTrue, yPred), yPred]
      : sameShape(owner, yTrue, yPred);
  }

  protected override inspect(
    yTrue: HostArray,
    yPred: HostArray,
    weights: HostArray | undefined,
  ): void {
    if (yTrue.shape.length < yPred.shape.length) {
      const remark = noClassRemark(yTrue, yPred, weights);
      if (remark !== undefined) this.remark(remark);
    } else if (yPred.shape.length < 2 || yPred.shape.at(-1) === 1) {
      if (checkBinaryLabels("accuracy", yTrue.values, weightsOfLabels(yTrue, weights))) {
        this.remark("labels between 0 and 1 match no prediction, as in Keras");
      }
    }
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    if (yTrue.shape.length < yPred.shape.length) return sparseMatches(yTrue, yPred);
    if (yPred.shape.length < 2 || yPred.shape.at(-1) === 1 || areSeparate(yPred)) {
      return binaryMatches(yTrue, yPred, 0.5);
    }
    return categoricalMatches(yTrue, yPred);
  }
}

/** Whether labels are class numbers beside scores for each class: the rule of Keras 3.16. */
function areSparse({ shape: truth }: HostArray, { shape: scores }: HostArray): boolean {
  const classes = scores.at(-1) ?? 1;
  return scores.length > 1 && classes > 1 && (truth.length < scores.length || truth.at(-1) === 1);
}

/** Whether predictions are a probability for each label by itself: all in [0, 1], and some row does not sum to 1. */
function areSeparate({ values, shape }: HostArray): boolean {
  const width = shape.at(-1) ?? 1;
  let isOneForAll = true;
  for (let start = 0; start < values.length; start += width) {
    let sum = 0;
    for (let i = start; i < start + width; i++) {
      const value = values[i] ?? 0;
      if (value < 0 || value > 1) return false;
      sum += value;
    }
    if (Math.abs(sum - 1) > ROUNDING) isOneForAll = false;
  }
  return !isOneForAll;
}
