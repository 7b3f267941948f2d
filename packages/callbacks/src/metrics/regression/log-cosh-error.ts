import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanErrorMetric } from "../reduction/mean-error-metric.ts";

export interface LogCoshErrorArgs extends MetricArgs {
  /** @default "logcosh" */
  readonly name?: string;
}

/**
 * The mean logarithm of the hyperbolic cosine of the error: squared for small errors, absolute for large ones.
 *
 * `result()` is the mean of `ln(cosh(yPred − yTrue))`, at least 0, and 0 before any update.
 * Labels and predictions are of shape `[n, values]`: a sample's error is the mean over its last dimension. So an array of
 * shape `[n]` is one sample, and several such batches of unequal size are averaged as batches, as in Keras; give single
 * values the shape `[n, 1]`. A NaN makes the result NaN.
 *
 * As `LogCoshError` of Keras 3.16, which is wrong for integer inputs and overflows for large errors on some backends.
 *
 * @example
 * ```ts
 * const error = new LogCoshError();
 * error.updateState([[0, 1], [0, 0]], [[1, 1], [0, 0]]);
 * error.result(); // 0.10845
 * error.name; // "logcosh"
 * ```
 */
export class LogCoshError extends MeanErrorMetric {
  constructor(given: LogCoshErrorArgs = {}) {
    const args = takeOptions("LogCoshError", given, ["name"], new.target !== LogCoshError);
    super(args, { name: "logcosh", direction: "min" });
  }

  protected override error(truth: number, prediction: number): number {
    const size = Math.abs(prediction - truth);
    // ln cosh x = x + ln(1 + e^(−2x)) − ln 2, which does not overflow.
    return size + Math.log1p(Math.exp(-2 * size)) - Math.LN2;
  }
}
