import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanErrorMetric } from "../reduction/mean-error-metric.ts";

export interface MeanSquaredLogarithmicErrorArgs extends MetricArgs {
  /** @default "mean_squared_logarithmic_error" */
  readonly name?: string;
}

/**
 * The mean squared difference of the logarithms of labels and predictions, for values that span orders of magnitude.
 *
 * `result()` is the mean of `(ln(yTrue + 1) − ln(yPred + 1))²`, both kept at 1e-7 or above; at least 0, and 0 before any update.
 * Labels and predictions are of shape `[n, values]`: a sample's error is the mean over its last dimension. So an array of
 * shape `[n]` is one sample, and several such batches of unequal size are averaged as batches, as in Keras; give single
 * values the shape `[n, 1]`. A NaN makes the result NaN.
 *
 * As `MeanSquaredLogarithmicError` of Keras 3.16.
 *
 * @example
 * ```ts
 * const error = new MeanSquaredLogarithmicError();
 * error.updateState([[0, 1], [0, 0]], [[1, 1], [0, 0]]);
 * error.result(); // 0.12011
 * ```
 */
export class MeanSquaredLogarithmicError extends MeanErrorMetric {
  constructor(given: MeanSquaredLogarithmicErrorArgs = {}) {
    const args = takeOptions(
      "MeanSquaredLogarithmicError",
      given,
      ["name"],
      new.target !== MeanSquaredLogarithmicError,
    );
    super(args, { name: "mean_squared_logarithmic_error", direction: "min" });
  }

  protected override error(truth: number, prediction: number): number {
    return (Math.log1p(clip(truth)) - Math.log1p(clip(prediction))) ** 2;
  }
}

function clip(value: number): number {
  return Number.isNaN(value) ? value : Math.max(value, 1e-7);
}
