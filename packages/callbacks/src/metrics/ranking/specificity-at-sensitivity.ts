import { takeOptions } from "../../options/take-options.ts";
import { ConstraintMetric, type ConstraintMetricArgs } from "./constraint-metric.ts";

export interface SpecificityAtSensitivityArgs extends ConstraintMetricArgs {
  /** @default "specificity_at_sensitivity" */
  readonly name?: string;
  /** The lowest sensitivity to accept. In [0, 1]. */
  readonly sensitivity: number;
}

/**
 * The highest specificity at which the sensitivity is still at least `sensitivity`.
 *
 * `result()` is the maximum of `TN / (TN + FP)` over all thresholds at which `TP / (TP + FN)` is at least `sensitivity`; in [0, 1]. By default
 * every score is tried as a threshold, and `threshold` is the best one. A sample is called positive if its score is above it.
 * The result is 0 where no threshold reaches `sensitivity`, and before any update.
 *
 * Labels are 0 and 1 of the same shape as predictions, or class numbers beside a score of each class; those between 0 and 1
 * count as 1, as in Keras. Where all labels are of one class
 * the result is NaN. Scores may be of any range; with `numThresholds` they are in [0, 1]. All scores of a pass are kept, as by
 * `AUC`. A NaN makes the result NaN.
 *
 * With `numThresholds: 200` as `SpecificityAtSensitivity` of Keras 3.16, whose result is at most the exact one.
 *
 * @throws TypeError when `sensitivity` is missing, or `maxScores` is given beside `numThresholds`
 * @throws RangeError when an option or the shape of a batch is out of range
 * @example
 * ```ts
 * const metric = new SpecificityAtSensitivity({ sensitivity: 0.5 });
 * metric.updateState([0, 0, 0, 1, 1], [0, 0.3, 0.8, 0.3, 0.8]);
 * metric.result(); // 0.6667
 * metric.threshold; // 0.3
 * ```
 */
export class SpecificityAtSensitivity extends ConstraintMetric {
  constructor(given: SpecificityAtSensitivityArgs) {
    const args = takeOptions(
      "SpecificityAtSensitivity",
      given,
      ["numThresholds", "classId", "maxScores", "sensitivity", "name"],
      new.target !== SpecificityAtSensitivity,
    );
    super(
      args,
      { name: "specificity_at_sensitivity", direction: "max" },
      { option: "sensitivity", bound: args.sensitivity, held: "recall", sought: "specificity" },
    );
  }
}
