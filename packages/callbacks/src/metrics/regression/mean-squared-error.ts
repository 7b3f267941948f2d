import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanErrorMetric } from "../reduction/mean-error-metric.ts";

export interface MeanSquaredErrorArgs extends MetricArgs {
  /** @default "mean_squared_error" */
  readonly name?: string;
}

/**
 * The mean of the squared differences between labels and predictions.
 *
 * `result()` is the mean of `(yTrue − yPred)²`, at least 0, in the square of the labels' unit, and 0 before any update.
 * Labels and predictions are of shape `[n, values]`: a sample's error is the mean over its last dimension. So an array
 * of shape `[n]` is one sample, and several such batches of unequal size are averaged as batches, as in Keras; give
 * single values the shape `[n, 1]`. A NaN makes the result NaN.
 *
 * As `MeanSquaredError` of Keras 3.16.
 *
 * @example
 * ```ts
 * const error = new MeanSquaredError();
 * error.updateState([[0, 1], [0, 0]], [[1, 1], [0, 0]]);
 * error.result(); // 0.25
 * ```
 */
export class MeanSquaredError extends MeanErrorMetric {
  constructor(given: MeanSquaredErrorArgs = {}) {
    const args = takeOptions("MeanSquaredError", given, ["name"], new.target !== MeanSquaredError);
    super(args, { name: "mean_squared_error", direction: "min" });
  }

  protected override error(truth: number, prediction: number): number {
    return (truth - prediction) ** 2;
  }
}
