import { takeOptions } from "../../options/take-options.ts";
import type { ClassAverage } from "./class-average.ts";
import { FScoreMetric, type FScoreMetricArgs } from "./f-score-metric.ts";

export interface F1ScoreArgs<Average extends ClassAverage | undefined = ClassAverage | undefined>
  extends FScoreMetricArgs<Average> {
  /** @default "f1_score" */
  readonly name?: string;
}

/**
 * The harmonic mean of precision and recall of each class.
 *
 * `result()` is `2 · TP / (2 · TP + FN + FP)`, in [0, 1]: a list of one for each class or, with `average`, one number; 0 or
 * `[]` before any update. In `fit()` a list is logged as its mean, `f1_score`, and one by one, `f1_score[cat]`, with names
 * from `classNames`. Without a threshold the class of the highest score is the predicted one, and every one of equal
 * scores. Predictions are of shape `[n, classes]`, labels one-hot of the same shape or class numbers; or one probability a
 * sample, `[n]` or `[n, 1]`, whose threshold is 0.5 by default. A NaN makes the result NaN.
 *
 * As `F1Score` of Keras 3.16, which takes two-dimensional one-hot labels only and adds 1e-7 to denominators.
 *
 * @throws RangeError when an option is out of range or the shapes do not fit
 * @throws TypeError when classNames are not as many as the classes
 * @example
 * ```ts
 * const score = new F1Score({ average: "macro" });
 * score.updateState([0, 1, 1], [[0.9, 0.1], [0.2, 0.8], [0.7, 0.3]]);
 * score.result(); // 0.66667
 * const each = new F1Score({ classNames: ["cat", "dog"], name: "f1" });
 * each.updateState([0, 1, 1], [[0.9, 0.1], [0.8, 0.2], [0.7, 0.3]]);
 * each.namedResults(); // { f1: 0.25, "f1[cat]": 0.5, "f1[dog]": 0 }
 * ```
 */
export class F1Score<
  const Average extends ClassAverage | undefined = undefined,
> extends FScoreMetric<Average> {
  constructor(given: F1ScoreArgs<Average> = {}) {
    const args = takeOptions(
      "F1Score",
      given,
      ["average", "threshold", "classNames", "zeroDivision", "name"],
      new.target !== F1Score,
    );
    super(args, { name: "f1_score", direction: "max" }, 1);
  }
}
