import { meanOf } from "../../arrays/mean-of.ts";
import { takeOptions } from "../../options/take-options.ts";
import { describeReceived } from "../../text/describe-received.ts";
import { ConfusionMetric, type ConfusionMetricArgs } from "./confusion-metric.ts";

export interface BalancedAccuracyArgs extends ConfusionMetricArgs {
  /** @default "balanced_accuracy" */
  readonly name?: string;
  /**
   * Whether to rescale the result so that chance is 0 instead of 1 / classes.
   *
   * @default false
   */
  readonly adjusted?: boolean;
}

/**
 * The mean accuracy of the classes: each class counts the same, however rare.
 *
 * `result()` is the mean of `hits / samples` over the classes that occur, in [0, 1], and 0 before any update; with `adjusted`,
 * `(result − 1/k) / (1 − 1/k)` for k classes that occur. Predictions are of shape `[n, classes]`, one probability a sample, or
 * class numbers with `numClasses`; labels are one-hot or class numbers. A NaN makes the result NaN.
 *
 * Not in Keras. (Brodersen et al. 2010, "The balanced accuracy and its posterior distribution".)
 *
 * @throws RangeError when an option is out of range, the shapes do not fit or a label is no class
 * @throws TypeError when adjusted is not a boolean
 * @example
 * ```ts
 * const accuracy = new BalancedAccuracy();
 * accuracy.updateState([1, 0, 0, 0, 0], [0.9, 0.2, 0.1, 0.8, 0.3]);
 * accuracy.result(); // 0.875
 * ```
 */
export class BalancedAccuracy extends ConfusionMetric {
  readonly #adjusted: boolean;

  constructor(given: BalancedAccuracyArgs = {}) {
    const args = takeOptions(
      "BalancedAccuracy",
      given,
      ["numClasses", "threshold", "ignoreClass", "adjusted", "name"],
      new.target !== BalancedAccuracy,
    );
    super(args, { name: "balanced_accuracy", direction: "max" });
    const { adjusted = false } = args;
    if (typeof adjusted !== "boolean") {
      throw new TypeError(
        `BalancedAccuracy: adjusted must be true or false. Received: ${describeReceived(adjusted)}`,
      );
    }
    this.#adjusted = adjusted;
  }

  override result(): number {
    const hits = this.counts.hits();
    const recalls = this.counts
      .actual()
      .flatMap((weight, i) => (weight === 0 ? [] : [(hits[i] ?? 0) / weight]));
    const mean = meanOf(recalls);
    if (!this.#adjusted || recalls.length < 2) return mean;
    const chance = 1 / recalls.length;
    return (mean - chance) / (1 - chance);
  }
}
