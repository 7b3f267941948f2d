import { checkBinaryLabels } from "../../arrays/check-binary-labels.ts";
import { elementwise } from "../../arrays/elementwise.ts";
import { hasOutsideUnit } from "../../arrays/has-outside-unit.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { lastAxisSum } from "../../arrays/last-axis-sum.ts";
import { OUTSIDE_UNIT } from "../../arrays/outside-unit.ts";
import { weightsOfLabels } from "../../arrays/weights-of-labels.ts";
import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanMetric } from "../reduction/mean-metric.ts";
import { LEAST_PROBABILITY } from "./clip-probability.ts";

export interface KLDivergenceArgs extends MetricArgs {
  /** @default "kl_divergence" */
  readonly name?: string;
}

/**
 * The Kullback-Leibler divergence of predicted from true probabilities.
 *
 * `result()` is the mean of `Σ y · ln(y / p)` over the samples, in nats, 0 where both agree, and 0 before any update. Both
 * are kept within [1e-7, 1]. Labels and predictions are of the same shape, `[n, classes]`; rows that do not sum to 1 are
 * taken as they are. A NaN makes the result NaN.
 *
 * As `KLDivergence` of Keras 3.16. (Kullback and Leibler 1951, "On information and sufficiency".)
 *
 * @example
 * ```ts
 * const divergence = new KLDivergence();
 * divergence.updateState([[0, 1], [0, 0]], [[0.6, 0.4], [0.4, 0.6]]);
 * divergence.result(); // 0.45814
 * ```
 */
export class KLDivergence extends MeanMetric {
  constructor(given: KLDivergenceArgs = {}) {
    const args = takeOptions("KLDivergence", given, ["name"], new.target !== KLDivergence);
    super(args, { name: "kl_divergence", direction: "min" });
  }

  protected override inspect(
    yTrue: HostArray,
    yPred: HostArray,
    weights: HostArray | undefined,
  ): void {
    checkBinaryLabels("KLDivergence", yTrue.values, weightsOfLabels(yTrue, weights));
    if (hasOutsideUnit(yPred.values)) {
      this.remark(OUTSIDE_UNIT);
    }
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    return lastAxisSum(
      elementwise(yTrue, yPred, (truth, prediction) => {
        const y = clip(truth);
        return y * Math.log(y / clip(prediction));
      }),
    );
  }
}

function clip(probability: number): number {
  return Math.min(Math.max(probability, LEAST_PROBABILITY), 1);
}
