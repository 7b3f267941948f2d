import { takeOptions } from "../../options/take-options.ts";
import { describeReceived } from "../../text/describe-received.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanErrorMetric } from "../reduction/mean-error-metric.ts";

export interface MeanQuantileLossArgs extends MetricArgs {
  /** @default "mean_quantile_loss" */
  readonly name?: string;
  /**
   * The quantile that is predicted. In (0, 1).
   *
   * @default 0.5
   */
  readonly quantile?: number;
}

/**
 * The pinball loss of predictions of a quantile: least where that share of the labels lies below the prediction.
 *
 * `result()` is the mean of `max(q · e, (q − 1) · e)` with `e = yTrue − yPred`; at least 0, in the labels' unit, and 0
 * before any update. With the quantile 0.5 it is half the mean absolute error.
 * Labels and predictions are of shape `[n, values]`: a sample's error is the mean over its last dimension. So an array of
 * shape `[n]` is one sample, and several such batches of unequal size are averaged as batches, as in Keras; give single
 * values the shape `[n, 1]`. A NaN makes the result NaN.
 *
 * Not in Keras. (Koenker and Bassett 1978, "Regression quantiles".)
 *
 * @throws RangeError when the quantile is not in (0, 1)
 *
 * @example
 * ```ts
 * const loss = new MeanQuantileLoss({ quantile: 0.9 });
 * loss.updateState([[10], [10]], [[8], [12]]);
 * loss.result(); // 1
 * ```
 */
export class MeanQuantileLoss extends MeanErrorMetric {
  readonly #quantile: number;

  constructor(given: MeanQuantileLossArgs = {}) {
    const args = takeOptions(
      "MeanQuantileLoss",
      given,
      ["quantile", "name"],
      new.target !== MeanQuantileLoss,
    );
    super(args, { name: "mean_quantile_loss", direction: "min" });
    const { quantile = 0.5 } = args;
    if (typeof quantile !== "number" || !(quantile > 0 && quantile < 1)) {
      throw new RangeError(
        `MeanQuantileLoss: quantile must be in (0, 1). Received: ${describeReceived(quantile)}`,
      );
    }
    this.#quantile = quantile;
  }

  protected override error(truth: number, prediction: number): number {
    const error = truth - prediction;
    return Math.max(this.#quantile * error, (this.#quantile - 1) * error);
  }
}
