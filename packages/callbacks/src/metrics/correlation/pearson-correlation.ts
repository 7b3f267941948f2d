import { takeOptions } from "../../options/take-options.ts";
import type { Moments } from "../../state/co-moments.ts";
import { CorrelationMetric, type CorrelationMetricArgs } from "./correlation-metric.ts";

export interface PearsonCorrelationArgs extends CorrelationMetricArgs {
  /** @default "pearson_correlation" */
  readonly name?: string;
}

/**
 * How well predictions follow the labels on a straight line, whatever its slope and offset.
 *
 * `result()` is `cov(yTrue, yPred) / (σ(yTrue) σ(yPred))`, in [−1, 1], 0 where one of them does not vary, and 0 before any
 * update. By default it is taken within each sample of shape `[n, values]` and averaged; with `axis: 0`, or one value a
 * sample or step (`[n]`, `[n, 1]`, `[n, steps, 1]`), over all samples of the pass, whatever the batches: then
 * it is NaN for labels that are all the same. A NaN makes the result NaN.
 *
 * As `PearsonCorrelation` of Keras 3.16, which takes `axis: 0` batch by batch and gives NaN for one value a sample.
 *
 * @throws RangeError when the axis is not a dimension, or batches differ in columns
 * @example
 * ```ts
 * const correlation = new PearsonCorrelation();
 * correlation.updateState([1, 2], [10, 20]);
 * correlation.updateState([3, 4], [30, 20]);
 * correlation.result(); // 0.63246
 * const withinSamples = new PearsonCorrelation();
 * withinSamples.updateState([[0, 1, 0.5], [1, 1, 0.2]], [[0.1, 0.9, 0.5], [1, 0.9, 0.2]]);
 * withinSamples.result(); // 0.9967
 * ```
 */
export class PearsonCorrelation extends CorrelationMetric {
  constructor(given: PearsonCorrelationArgs = {}) {
    const args = takeOptions(
      "PearsonCorrelation",
      given,
      ["axis", "name"],
      new.target !== PearsonCorrelation,
    );
    super(args, { name: "pearson_correlation", direction: "max" });
  }

  protected override correlation({ squaresX, squaresY, products }: Moments): number {
    const spread = Math.sqrt(squaresX) * Math.sqrt(squaresY);
    return spread === 0 ? 0 : products / spread;
  }
}
