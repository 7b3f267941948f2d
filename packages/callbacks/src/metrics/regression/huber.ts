import { checkDelta } from "../../arrays/check-delta.ts";
import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanErrorMetric } from "../reduction/mean-error-metric.ts";

export interface HuberArgs extends MetricArgs {
  /** @default "huber" */
  readonly name?: string;
  /**
   * The error above which the loss grows linearly, in the labels' unit. Above 0.
   *
   * @default 1
   */
  readonly delta?: number;
}

/**
 * The Huber error: squared for errors up to delta, and linear beyond, so that outliers count less.
 *
 * `result()` is the mean of `e² / 2` where `|e| = |yTrue − yPred| ≤ delta`, else `delta · |e| − delta² / 2`; at least 0, and 0 before any
 * update. The same function as loss is `huber()`.
 * Labels and predictions are of shape `[n, values]`: a sample's error is the mean over its last dimension. So an array of
 * shape `[n]` is one sample, and several such batches of unequal size are averaged as batches, as in Keras; give single
 * values the shape `[n, 1]`. A NaN makes the result NaN.
 *
 * As the loss `Huber` of Keras 3.16, which has no such metric. (Huber 1964, "Robust estimation of a location parameter".)
 *
 * @throws RangeError when delta is not a finite number above 0
 *
 * @example
 * ```ts
 * const error = new Huber({ delta: 1 });
 * error.updateState([[0], [0]], [[0.5], [3]]);
 * error.result(); // 1.3125
 * ```
 */
export class Huber extends MeanErrorMetric {
  readonly #delta: number;

  constructor(given: HuberArgs = {}) {
    const args = takeOptions("Huber", given, ["delta", "name"], new.target !== Huber);
    super(args, { name: "huber", direction: "min" });
    const { delta = 1 } = args;
    checkDelta("Huber", delta);
    this.#delta = delta;
  }

  protected override error(truth: number, prediction: number): number {
    const size = Math.abs(truth - prediction);
    return size <= this.#delta ? size ** 2 / 2 : this.#delta * size - this.#delta ** 2 / 2;
  }
}
