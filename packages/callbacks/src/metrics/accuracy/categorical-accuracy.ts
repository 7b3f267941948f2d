import { checkClassScores } from "../../arrays/check-class-scores.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { sameShape } from "../../arrays/same-shape.ts";
import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { categoricalMatches } from "./categorical-matches.ts";
import { ProportionMetric } from "./proportion-metric.ts";

export interface CategoricalAccuracyArgs extends MetricArgs {
  /** @default "categorical_accuracy" */
  readonly name?: string;
}

/**
 * The share of samples whose class scores highest, for one-hot labels.
 *
 * `result()` is the share of rows with `argmax(yPred) = argmax(yTrue)`, of equal scores the first, in [0, 1], and 0 before
 * any update. Labels and predictions are of the same shape, `[n, classes]` or `[n, steps, classes]`; predictions may be
 * probabilities or logits. A NaN makes the result NaN. For class numbers as labels see `SparseCategoricalAccuracy`; for
 * several labels at once, `BinaryAccuracy`.
 *
 * As `CategoricalAccuracy` of Keras 3.16.
 *
 * @example
 * ```ts
 * const accuracy = new CategoricalAccuracy();
 * accuracy.updateState([[0, 0, 1], [0, 1, 0]], [[0.1, 0.9, 0.8], [0.05, 0.95, 0]]);
 * accuracy.result(); // 0.5
 * accuracy.confidenceInterval(); // [0.0945, 0.9055]
 * ```
 */
export class CategoricalAccuracy extends ProportionMetric {
  constructor(given: CategoricalAccuracyArgs = {}) {
    const args = takeOptions(
      "CategoricalAccuracy",
      given,
      ["name"],
      new.target !== CategoricalAccuracy,
    );
    super(args, { name: "categorical_accuracy", direction: "max" });
  }

  protected override align(yTrue: HostArray, yPred: HostArray): readonly [HostArray, HostArray] {
    const aligned = sameShape("CategoricalAccuracy", yTrue, yPred, "SparseCategoricalAccuracy");
    checkClassScores("CategoricalAccuracy", aligned[1], "BinaryAccuracy");
    return aligned;
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    return categoricalMatches(yTrue, yPred);
  }
}
