import { checkClassScores } from "../../arrays/check-class-scores.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { perRow } from "../../arrays/per-row.ts";
import { sameShape } from "../../arrays/same-shape.ts";
import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanMetric } from "../reduction/mean-metric.ts";
import { checkSignedLabels } from "./check-signed-labels.ts";

export interface CategoricalHingeArgs extends MetricArgs {
  /** @default "categorical_hinge" */
  readonly name?: string;
}

/**
 * The hinge loss between the score of the right class and the highest of the others.
 *
 * `result()` is the mean of `max(0, neg − pos + 1)` over the samples, with `pos = Σ y · p` and `neg = max((1 − y) · p)`; at
 * least 0, and 0 before any update. Labels and predictions are of the same shape, `[n, classes]`, labels one-hot. A NaN
 * makes the result NaN.
 *
 * As `CategoricalHinge` of Keras 3.16.
 *
 * @example
 * ```ts
 * const loss = new CategoricalHinge();
 * loss.updateState([[0, 1], [0, 0]], [[0.6, 0.4], [0.4, 0.6]]);
 * loss.result(); // 1.4
 * ```
 */
export class CategoricalHinge extends MeanMetric {
  constructor(given: CategoricalHingeArgs = {}) {
    const args = takeOptions("CategoricalHinge", given, ["name"], new.target !== CategoricalHinge);
    super(args, { name: "categorical_hinge", direction: "min" });
  }

  protected override align(yTrue: HostArray, yPred: HostArray): readonly [HostArray, HostArray] {
    const aligned = sameShape("CategoricalHinge", yTrue, yPred);
    checkClassScores("CategoricalHinge", aligned[1], "Hinge");
    return aligned;
  }

  protected override inspect(
    yTrue: HostArray,
    _yPred: HostArray,
    weights: HostArray | undefined,
  ): void {
    checkSignedLabels("CategoricalHinge", yTrue, weights);
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    return perRow(yPred, (start, width) => {
      let own = 0;
      let other = Number.NEGATIVE_INFINITY;
      for (let i = start; i < start + width; i++) {
        const label = yTrue.values[i] ?? Number.NaN;
        const score = yPred.values[i] ?? Number.NaN;
        own += label * score;
        other = Math.max(other, (1 - label) * score);
      }
      return Math.max(0, other - own + 1);
    });
  }
}
