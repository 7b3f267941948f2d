import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanErrorMetric } from "../reduction/mean-error-metric.ts";

export interface MeanAbsolutePercentageErrorArgs extends MetricArgs {
  /** @default "mean_absolute_percentage_error" */
  readonly name?: string;
}

/**
 * The mean error in percent of the labels.
 *
 * `result()` is the mean of `100 · |yTrue − yPred| / max(|yTrue|, 1e-7)`, at least 0, in percent, and 0 before any update. A
 * label of 0 makes any error huge: see `MeanAbsoluteError` for data that have them.
 * Labels and predictions are of shape `[n, values]`: a sample's error is the mean over its last dimension. So an array of
 * shape `[n]` is one sample, and several such batches of unequal size are averaged as batches, as in Keras; give single
 * values the shape `[n, 1]`. A NaN makes the result NaN.
 *
 * As `MeanAbsolutePercentageError` of Keras 3.16.
 *
 * @example
 * ```ts
 * const error = new MeanAbsolutePercentageError();
 * error.updateState([[100, 50]], [[90, 55]]);
 * error.result(); // 10
 * ```
 */
export class MeanAbsolutePercentageError extends MeanErrorMetric {
  constructor(given: MeanAbsolutePercentageErrorArgs = {}) {
    const args = takeOptions(
      "MeanAbsolutePercentageError",
      given,
      ["name"],
      new.target !== MeanAbsolutePercentageError,
    );
    super(args, { name: "mean_absolute_percentage_error", direction: "min" });
  }

  protected override error(truth: number, prediction: number): number {
    return (100 * Math.abs(truth - prediction)) / Math.max(Math.abs(truth), 1e-7);
  }
}
