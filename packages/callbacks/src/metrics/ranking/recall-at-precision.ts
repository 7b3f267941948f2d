import { takeOptions } from "../../options/take-options.ts";
import { ConstraintMetric, type ConstraintMetricArgs } from "./constraint-metric.ts";

export interface RecallAtPrecisionArgs extends ConstraintMetricArgs {
  /** @default "recall_at_precision" */
  readonly name?: string;
  /** The lowest precision to accept. In [0, 1]. */
  readonly precision: number;
}

/**
 * The highest recall at which the precision is still at least `precision`.
 *
 * `result()` is the maximum of `TP / (TP + FN)` over all thresholds at which `TP / (TP + FP)` is at least `precision`; in [0, 1]. By default
 * every score is tried as a threshold, and `threshold` is the best one. A sample is called positive if its score is above it.
 * The result is 0 where no threshold reaches `precision`, and before any update.
 *
 * Labels are 0 and 1 of the same shape as predictions, or class numbers beside a score of each class; those between 0 and 1
 * count as 1, as in Keras. Scores may be of any range; with `numThresholds` they are in [0, 1]. All scores of a pass are kept, as
 * by `AUC`. A NaN makes the result NaN.
 *
 * With `numThresholds: 200` as `RecallAtPrecision` of Keras 3.16, whose result is at most the exact one.
 *
 * @throws TypeError when `precision` is missing, or `maxScores` is given beside `numThresholds`
 * @throws RangeError when an option or the shape of a batch is out of range
 * @example
 * ```ts
 * const metric = new RecallAtPrecision({ precision: 0.5 });
 * metric.updateState([0, 0, 0, 1, 1], [0, 0.3, 0.8, 0.3, 0.8]);
 * metric.result(); // 1
 * metric.threshold; // 0
 * ```
 */
export class RecallAtPrecision extends ConstraintMetric {
  constructor(given: RecallAtPrecisionArgs) {
    const args = takeOptions(
      "RecallAtPrecision",
      given,
      ["numThresholds", "classId", "maxScores", "precision", "name"],
      new.target !== RecallAtPrecision,
    );
    super(
      args,
      { name: "recall_at_precision", direction: "max" },
      { option: "precision", bound: args.precision, held: "precision", sought: "recall" },
    );
  }
}
