import { checkBinaryLabels } from "../../arrays/check-binary-labels.ts";
import { elementwise } from "../../arrays/elementwise.ts";
import { hasOutsideUnit } from "../../arrays/has-outside-unit.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { lastAxisSum } from "../../arrays/last-axis-sum.ts";
import { oneHotLabels } from "../../arrays/one-hot-labels.ts";
import { OUTSIDE_UNIT } from "../../arrays/outside-unit.ts";
import { sameValues } from "../../arrays/same-values.ts";
import { weightsOfLabels } from "../../arrays/weights-of-labels.ts";
import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanMetric } from "../reduction/mean-metric.ts";
import { isOneColumn } from "./is-one-column.ts";

export interface BrierScoreArgs extends MetricArgs {
  /** @default "brier_score" */
  readonly name?: string;
}

/**
 * How far predicted probabilities are from what happened: it punishes both bad ranking and bad calibration.
 *
 * `result()` is the mean of `(p − y)²` for one probability a sample, in [0, 1], and of `Σ (p − y)²` over the classes for
 * several, in [0, 2]; 0 before any update. Predictions are of shape `[n]` or `[n, 1]`, or `[n, classes]`; labels of the
 * same shape, or class numbers of shape `[n]` or `[n, 1]` beside `[n, classes]`. A NaN makes the result NaN.
 *
 * Not in Keras. (Brier 1950, "Verification of forecasts expressed in terms of probability".)
 *
 * @throws RangeError when the shapes do not fit or a label is no class
 * @example
 * ```ts
 * const score = new BrierScore();
 * score.updateState([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3]);
 * score.result(); // 0.0375
 * const ofClasses = new BrierScore();
 * ofClasses.updateState([2, 0], [[0.2, 0.2, 0.6], [0.5, 0.5, 0]]);
 * ofClasses.result(); // 0.37
 * ```
 */
export class BrierScore extends MeanMetric {
  constructor(given: BrierScoreArgs = {}) {
    const args = takeOptions("BrierScore", given, ["name"], new.target !== BrierScore);
    super(args, { name: "brier_score", direction: "min" });
  }

  protected override align(yTrue: HostArray, yPred: HostArray): readonly [HostArray, HostArray] {
    return isOneColumn(yPred)
      ? sameValues("BrierScore", yTrue, yPred)
      : [oneHotLabels("BrierScore", yTrue, yPred), yPred];
  }

  protected override inspect(
    yTrue: HostArray,
    yPred: HostArray,
    weights: HostArray | undefined,
  ): void {
    checkBinaryLabels("BrierScore", yTrue.values, weightsOfLabels(yTrue, weights));
    if (hasOutsideUnit(yPred.values)) {
      this.remark(OUTSIDE_UNIT);
    }
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    const squares = elementwise(yTrue, yPred, (truth, prediction) => (prediction - truth) ** 2);
    return isOneColumn(yPred) ? squares : lastAxisSum(squares);
  }
}
