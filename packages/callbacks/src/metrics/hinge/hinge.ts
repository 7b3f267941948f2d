import { elementwise } from "../../arrays/elementwise.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { lastAxisMean } from "../../arrays/last-axis-mean.ts";
import { sameValues } from "../../arrays/same-values.ts";
import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanMetric } from "../reduction/mean-metric.ts";
import { checkSignedLabels } from "./check-signed-labels.ts";
import { signedLabels } from "./signed-labels.ts";

export interface HingeArgs extends MetricArgs {
  /** @default "hinge" */
  readonly name?: string;
}

/**
 * The hinge loss of predictions between −1 and 1, as support vector machines use it.
 *
 * `result()` is the mean of `max(0, 1 − y · p)`, at least 0, and 0 before any update. Labels are −1 and 1; a batch of only 0
 * and 1 is converted to them. Labels and predictions are of shape `[n, values]`: a sample's value is the mean over its last
 * dimension. So an array of shape `[n]` is one sample; give single values the shape `[n, 1]`. A NaN makes the result NaN.
 *
 * As `Hinge` of Keras 3.16.
 *
 * @example
 * ```ts
 * const loss = new Hinge();
 * loss.updateState([[0, 1], [0, 0]], [[0.6, 0.4], [0.4, 0.6]]);
 * loss.result(); // 1.3
 * ```
 */
export class Hinge extends MeanMetric {
  constructor(given: HingeArgs = {}) {
    const args = takeOptions("Hinge", given, ["name"], new.target !== Hinge);
    super(args, { name: "hinge", direction: "min" });
  }

  protected override align(yTrue: HostArray, yPred: HostArray): readonly [HostArray, HostArray] {
    return sameValues("Hinge", yTrue, yPred);
  }

  protected override inspect(
    yTrue: HostArray,
    _yPred: HostArray,
    weights: HostArray | undefined,
  ): void {
    checkSignedLabels("Hinge", yTrue, weights);
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    return lastAxisMean(
      elementwise(signedLabels(yTrue), yPred, (truth, prediction) =>
        Math.max(0, 1 - truth * prediction),
      ),
    );
  }
}
