import { takeOptions } from "../../options/take-options.ts";
import { ConstraintMetric, type ConstraintMetricArgs } from "./constraint-metric.ts";

export interface PrecisionAtRecallArgs extends ConstraintMetricArgs {
  /** @default "precision_at_recall" */
  readonly name?: string;
  /** The lowest recall to accept. In [0, 1]. */
  readonly recall: number;
}

/**
 * The highest precision at which the recall is still at least `recall`.
 *
 * `result()` is the maximum of `TP / (TP + FP)` over all thresholds at which `TP / (TP + FN)` is at least `recall`; in [0, 1]. By default
 * every score is tried as a threshold, and `threshold` is the best one. A sample is called positive if its score is above it.
 * The result is 0 where no threshold reaches `recall`, and before any update.
 *
 * Labels are 0 and 1 of the same shape as predictions, or class numbers beside a score of each class; those between 0 and 1
 * count as 1, as in Keras. Scores may be of any range; with `numThresholds` they are in [0, 1]. All scores of a pass are kept, as
 * by `AUC`. A NaN makes the result NaN.
 *
 * With `numThresholds: 200` as `PrecisionAtRecall` of Keras 3.16, whose result is at most the exact one.
 *
 * @throws TypeError when `recall` is missing, or `maxScores` is given beside `numThresholds`
 * @throws RangeError when an option or the shape of a batch is out of range
 * @example
 * ```ts
 * const metric = new PrecisionAtRecall({ recall: 0.5 });
 * metric.updateState([0, 0, 0, 1, 1], [0, 0.3, 0.8, 0.3, 0.8]);
 * metric.result(); // 0.5
 * metric.threshold; // 0.3
 * ```
 */
export class PrecisionAtRecall extends ConstraintMetric {
  constructor(given: PrecisionAtRecallArgs) {
    const args = takeOptions(
      "PrecisionAtRecall",
      given,
      ["numThresholds", "classId", "maxScores", "recall", "name"],
      new.target !== PrecisionAtRecall,
    );
    super(
      args,
      { name: "precision_at_recall", direction: "max" },
      { option: "recall", bound: args.recall, held: "recall", sought: "precision" },
    );
  }
}
