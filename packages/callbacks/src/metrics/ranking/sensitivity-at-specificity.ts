import { takeOptions } from "../../options/take-options.ts";
import { ConstraintMetric, type ConstraintMetricArgs } from "./constraint-metric.ts";

export interface SensitivityAtSpecificityArgs extends ConstraintMetricArgs {
  /** @default "sensitivity_at_specificity" */
  readonly name?: string;
  /** The lowest specificity to accept. In [0, 1]. */
  readonly specificity: number;
}

/**
 * The highest sensitivity at which the specificity is still at least `specificity`.
 *
 * `result()` is the maximum of `TP / (TP + FN)` over all thresholds at which `TN / (TN + FP)` is at least `specificity`; in [0, 1]. By default
 * every score is tried as a threshold, and `threshold` is the best one. A sample is called positive if its score is above it.
 * The result is 0 where no threshold reaches `specificity`, and before any update.
 *
 * Labels are 0 and 1 of the same shape as predictions, or class numbers beside a score of each class; those between 0 and 1
 * count as 1, as in Keras. Where all labels are of one class
 * the result is NaN. Scores may be of any range; with `numThresholds` they are in [0, 1]. All scores of a pass are kept, as by
 * `AUC`. A NaN makes the result NaN.
 *
 * With `numThresholds: 200` as `SensitivityAtSpecificity` of Keras 3.16, whose result is at most the exact one.
 *
 * @throws TypeError when `specificity` is missing, or `maxScores` is given beside `numThresholds`
 * @throws RangeError when an option or the shape of a batch is out of range
 * @example
 * ```ts
 * const metric = new SensitivityAtSpecificity({ specificity: 0.5 });
 * metric.updateState([0, 0, 0, 1, 1], [0, 0.3, 0.8, 0.3, 0.8]);
 * metric.result(); // 0.5
 * metric.threshold; // 0.3
 * ```
 */
export class SensitivityAtSpecificity extends ConstraintMetric {
  constructor(given: SensitivityAtSpecificityArgs) {
    const args = takeOptions(
      "SensitivityAtSpecificity",
      given,
      ["numThresholds", "classId", "maxScores", "specificity", "name"],
      new.target !== SensitivityAtSpecificity,
    );
    super(
      args,
      { name: "sensitivity_at_specificity", direction: "max" },
      { option: "specificity", bound: args.specificity, held: "specificity", sought: "recall" },
    );
  }
}
