import { elementwise } from "../../arrays/elementwise.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanMetric } from "../reduction/mean-metric.ts";

export interface RootMeanSquaredErrorArgs extends MetricArgs {
  /** @default "root_mean_squared_error" */
  readonly name?: string;
}

/**
 * The root of the mean squared difference between labels and predictions: a typical error in the labels' own unit.
 *
 * `result()` is `√(Σ (yTrue − yPred)² / count)` over all values of the pass, at least 0, in the labels' unit, and 0 before
 * any update. Labels and predictions are of the same shape, `[n]`, `[n, 1]` or `[n, values]`. A NaN makes the result NaN.
 * It is not the mean of the batches' roots, which would be lower.
 *
 * As `RootMeanSquaredError` of Keras 3.16.
 *
 * @example
 * ```ts
 * const error = new RootMeanSquaredError();
 * error.updateState([2, 4, 6], [1, 3, 2]);
 * error.result(); // 2.44949
 * ```
 */
export class RootMeanSquaredError extends MeanMetric {
  constructor(given: RootMeanSquaredErrorArgs = {}) {
    const args = takeOptions(
      "RootMeanSquaredError",
      given,
      ["name"],
      new.target !== RootMeanSquaredError,
    );
    super(args, { name: "root_mean_squared_error", direction: "min" });
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    return elementwise(yTrue, yPred, (truth, prediction) => (truth - prediction) ** 2);
  }

  override result(): number {
    return Math.sqrt(super.result());
  }
}
