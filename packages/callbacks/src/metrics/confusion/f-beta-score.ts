import { takeOptions } from "../../options/take-options.ts";
import type { ClassAverage } from "./class-average.ts";
import { FScoreMetric, type FScoreMetricArgs } from "./f-score-metric.ts";

export interface FBetaScoreArgs<Average extends ClassAverage | undefined = ClassAverage | undefined>
  extends FScoreMetricArgs<Average> {
  /** @default "fbeta_score" */
  readonly name?: string;
  /**
   * How many times as much recall weighs as precision. Above 0.
   *
   * @default 1
   */
  readonly beta?: number;
}

/**
 * The weighed harmonic mean of precision and recall of each class.
 *
 * `result()` is `(1 + β²) · TP / ((1 + β²) · TP + β² · FN + FP)`, in [0, 1]: a list of one for each class or, with `average`,
 * one number; 0 or `[]` before any update. Without a threshold the class of the highest score is the predicted one, and
 * every one of equal scores. Predictions are of shape `[n, classes]`, labels one-hot of the same shape or class numbers; or
 * one probability a sample, `[n]` or `[n, 1]`, whose threshold is 0.5 by default. A NaN makes the result NaN.
 *
 * As `FBetaScore` of Keras 3.16, which takes two-dimensional one-hot labels only and adds 1e-7 to denominators.
 *
 * @throws RangeError when an option is out of range or the shapes do not fit
 * @throws TypeError when classNames are not as many as the classes
 * @example
 * ```ts
 * const score = new FBetaScore({ beta: 2, threshold: 0.5, average: "macro" });
 * score.updateState([[1, 1, 1], [1, 0, 0], [1, 1, 0]], [[0.2, 0.6, 0.7], [0.2, 0.6, 0.6], [0.6, 0.8, 0]]);
 * score.result(); // 0.7090
 * ```
 */
export class FBetaScore<
  const Average extends ClassAverage | undefined = undefined,
> extends FScoreMetric<Average> {
  constructor(given: FBetaScoreArgs<Average> = {}) {
    const args = takeOptions(
      "FBetaScore",
      given,
      ["average", "threshold", "classNames", "zeroDivision", "beta", "name"],
      new.target !== FBetaScore,
    );
    super(args, { name: "fbeta_score", direction: "max" }, args.beta ?? 1);
  }
}
