import { checkClassScores } from "../../arrays/check-class-scores.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { sparseLabels } from "../../arrays/sparse-labels.ts";
import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { noClassRemark } from "./no-class-remark.ts";
import { ProportionMetric } from "./proportion-metric.ts";
import { sparseMatches } from "./sparse-matches.ts";

export interface SparseCategoricalAccuracyArgs extends MetricArgs {
  /** @default "sparse_categorical_accuracy" */
  readonly name?: string;
}

/**
 * The share of samples whose class scores highest, for labels that are class numbers.
 *
 * `result()` is the share of rows with `argmax(yPred) = yTrue`, of equal scores the first, in [0, 1], and 0 before any
 * update. Labels are of shape `[n]` or `[n, 1]` with predictions of `[n, classes]`, or `[n, steps]` with
 * `[n, steps, classes]`. A label that is no class never matches. A NaN makes the result NaN.
 *
 * As `SparseCategoricalAccuracy` of Keras 3.16.
 *
 * @throws RangeError when there is not one label for each row
 * @example
 * ```ts
 * const accuracy = new SparseCategoricalAccuracy();
 * accuracy.updateState([2, 1], [[0.1, 0.6, 0.3], [0.05, 0.95, 0]]);
 * accuracy.result(); // 0.5
 * ```
 */
export class SparseCategoricalAccuracy extends ProportionMetric {
  constructor(given: SparseCategoricalAccuracyArgs = {}) {
    const args = takeOptions(
      "SparseCategoricalAccuracy",
      given,
      ["name"],
      new.target !== SparseCategoricalAccuracy,
    );
    super(args, { name: "sparse_categorical_accuracy", direction: "max" });
  }

  protected override align(yTrue: HostArray, yPred: HostArray): readonly [HostArray, HostArray] {
    checkClassScores(this.constructor.name, yPred, "BinaryAccuracy");
    return [sparseLabels(this.constructor.name, yTrue, yPred), yPred];
  }

  protected override inspect(
    yTrue: HostArray,
    yPred: HostArray,
    weights: HostArray | undefined,
  ): void {
    const remark = noClassRemark(yTrue, yPred, weights);
    if (remark !== undefined) this.remark(remark);
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    return sparseMatches(yTrue, yPred);
  }
}
