import { abs, mean, minimum, mul, square, sub, type Tensor, tidy } from "@tensorflow/tfjs";
import { checkDelta } from "../arrays/check-delta.ts";
import { takeOptions } from "../options/take-options.ts";

export interface HuberLossArgs {
  /**
   * The error above which the loss grows linearly, in the labels' unit. Above 0.
   *
   * @default 1
   */
  readonly delta?: number;
}

/**
 * The Huber loss for `compile({ loss: huber({ delta: 1 }) })`: squared for errors up to delta, and linear beyond, so that a
 * few outliers do not dominate training.
 *
 * For each sample it is the mean over the last dimension of `e² / 2` where `|e| = |yTrue − yPred| ≤ delta`, else
 * `delta · |e| − delta² / 2`. As metric: `new Huber({ delta })`.
 *
 * As the loss `Huber` of Keras 3.16. (Huber 1964, "Robust estimation of a location parameter".)
 *
 * @throws RangeError when delta is not a finite number above 0
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 *
 * const loss = huber({ delta: 1 });
 * loss(tf.tensor2d([[0], [0]]), tf.tensor2d([[0.5], [3]])).arraySync(); // [0.125, 2.5]
 * ```
 */
export function huber(args: HuberLossArgs = {}): (yTrue: Tensor, yPred: Tensor) => Tensor {
  const { delta = 1 } = takeOptions("huber", args, ["delta"]);
  checkDelta("huber", delta);
  // The name is the key under which TensorFlow.js logs it as a metric.
  return function huber(yTrue: Tensor, yPred: Tensor): Tensor {
    return tidy(() => {
      const size = abs(sub(yTrue, yPred));
      const small = minimum(size, delta);
      // min(|e|, d)² / 2 + d · (|e| − min(|e|, d)): both cases, and a gradient everywhere.
      const error = mul(square(small), 0.5).add(mul(sub(size, small), delta));
      return mean(error, -1);
    });
  };
}
