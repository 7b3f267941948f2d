import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanErrorMetric } from "../reduction/mean-error-metric.ts";

export interface MeanAbsoluteErrorArgs extends MetricArgs {
  /** @default "mean_absolute_error" */
  readonly name?: string;
}

/**
 * The mean of the absolute differences between labels and predictions.
 *
 * `result()` is the mean of `|yTrue − yPred|`, at least 0, in the labels' unit, and 0 before any update. Labels and
 * predictions are of shape `[n, values]`: a sample's error is the mean over its last dimension. So an array of shape
 * `[n]` is one sample, and several such batches of unequal size are averaged as batches, as in Keras; give single values
 * the shape `[n, 1]`. A NaN makes the result NaN.
 *
 * As `MeanAbsoluteError` of Keras 3.16.
 *
 * @example
 * ```ts
 * const error = new MeanAbsoluteError();
 * error.updateState([[0, 1], [0, 0]], [[1, 1], [0, 0]]);
 * error.result(); // 0.25
 * error.resetState();
 * error.updateState([[0, 1], [0, 0]], [[1, 1], [0, 0]], [1, 0]);
 * error.result(); // 0.5
 * ```
 */
export class MeanAbsoluteError extends MeanErrorMetric {
  constructor(given: MeanAbsoluteErrorArgs = {}) {
    const args = takeOptions(
      "MeanAbsoluteError",
      given,
      ["name"],
      new.target !== MeanAbsoluteError,
    );
    super(args, { name: "mean_absolute_error", direction: "min" });
  }

  protected override error(truth: number, prediction: number): number {
    return Math.abs(truth - prediction);
  }
}
