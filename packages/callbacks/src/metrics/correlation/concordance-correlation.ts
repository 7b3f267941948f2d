import { takeOptions } from "../../options/take-options.ts";
import type { Moments } from "../../state/co-moments.ts";
import { CorrelationMetric, type CorrelationMetricArgs } from "./correlation-metric.ts";

export interface ConcordanceCorrelationArgs extends CorrelationMetricArgs {
  /** @default "concordance_correlation" */
  readonly name?: string;
}

/**
 * How well predictions agree with the labels: the correlation, lowered by a wrong slope or offset.
 *
 * `result()` is `2 cov(yTrue, yPred) / (σ²(yTrue) + σ²(yPred) + (mean(yTrue) − mean(yPred))²)`, in [−1, 1], 0 where neither
 * varies, and 0 before any update. By default it is taken within each sample of shape `[n, values]` and averaged; with
 * `axis: 0`, or one value a sample or step (`[n]`, `[n, 1]`, `[n, steps, 1]`), over all samples of the pass, whatever the
 * batches: then it is NaN for labels that are all the same. A NaN makes the result NaN.
 *
 * As `ConcordanceCorrelation` of Keras 3.16, which takes `axis: 0` batch by batch. (Lin 1989, "A concordance correlation
 * coefficient to evaluate reproducibility".)
 *
 * @throws RangeError when the axis is not a dimension, or batches differ in columns
 * @example
 * ```ts
 * const correlation = new ConcordanceCorrelation();
 * correlation.updateState([1, 2, 3], [2, 3, 4]);
 * correlation.result(); // 0.57143
 * ```
 */
export class ConcordanceCorrelation extends CorrelationMetric {
  constructor(given: ConcordanceCorrelationArgs = {}) {
    const args = takeOptions(
      "ConcordanceCorrelation",
      given,
      ["axis", "name"],
      new.target !== ConcordanceCorrelation,
    );
    super(args, { name: "concordance_correlation", direction: "max" });
  }

  protected override correlation(moments: Moments): number {
    const { weight, meanX, meanY, squaresX, squaresY, products } = moments;
    const spread = squaresX + squaresY + weight * (meanX - meanY) ** 2;
    return spread === 0 ? 0 : (2 * products) / spread;
  }
}
