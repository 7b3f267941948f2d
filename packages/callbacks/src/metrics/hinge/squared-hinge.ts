import { elementwise } from "../../arrays/elementwise.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { lastAxisMean } from "../../arrays/last-axis-mean.ts";
import { sameValues } from "../../arrays/same-values.ts";
import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanMetric } from "../reduction/mean-metric.ts";
import { checkSignedLabels } from "./check-signed-labels.ts";
import { signedLabels } from "./signed-labels.ts";

export interface SquaredHingeArgs extends MetricArgs {
  /** @default "squared_hinge" */
  readonly name?: string;
}

/**
 * The square of the hinge loss, which punishes large mistakes more.
 *
 * `result()` is the mean of `max(0, 1 − y · p)²`, at least 0, and 0 before any update. Labels are −1 and 1; a batch of only 0
 * and 1 is converted to them. Labels and predictions are of shape `[n, values]`: a sample's value is the mean over its last
 * dimension. So an array of shape `[n]` is one sample; give single values the shape `[n, 1]`. A NaN makes the result NaN.
 *
 * As `SquaredHinge` of Keras 3.16.
 *
 * @example
 * ```ts
 * const loss = new SquaredHinge();
 * loss.updateState([[0, 1], [0, 0]], [[0.6, 0.4], [0.4, 0.6]]);
 * loss.result(); // 1.86
 * ```
 */
export class SquaredHinge extends MeanMetric {
  constructor(given: SquaredHingeArgs = {}) {
    const args = takeOptions("SquaredHinge", given, ["name"], new.target !== SquaredHinge);
    super(args, { name: "squared_hinge", direction: "min" });
  }

  protected override align(yTrue: HostArray, yPred: HostArray): readonly [HostArray, HostArray] {
    return sameValues("SquaredHinge", yTrue, yPred);
  }

  protected override inspect(
    yTrue: HostArray,
    _yPred: HostArray,
    weights: HostArray | undefined,
  ): void {
    checkSignedLabels("SquaredHinge", yTrue, weights);
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    return lastAxisMean(
      elementwise(
        signedLabels(yTrue),
        yPred,
        (truth, prediction) => Math.max(0, 1 - truth * prediction) ** 2,
      ),
    );
  }
}
