import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanErrorMetric } from "../reduction/mean-error-metric.ts";

export interface PoissonArgs extends MetricArgs {
  /** @default "poisson" */
  readonly name?: string;
}

/**
 * The Poisson loss of predicted rates, for labels that are counts.
 *
 * `result()` is the mean of `p − y · ln(p + 1e-7)`, lower the better the rates fit, without a bound below, and 0 before any
 * update. Labels and predictions are of shape `[n, values]`: a sample's value is the mean over its last dimension. So an
 * array of shape `[n]` is one sample; give single values the shape `[n, 1]`. A NaN makes the result NaN.
 *
 * As `Poisson` of Keras 3.16.
 *
 * @example
 * ```ts
 * const loss = new Poisson();
 * loss.updateState([[4, 8, 12], [8, 1, 3]], [[1, 9, 2], [5, 2, 6]]);
 * loss.result(); // -3.30658
 * ```
 */
export class Poisson extends MeanErrorMetric {
  constructor(given: PoissonArgs = {}) {
    const args = takeOptions("Poisson", given, ["name"], new.target !== Poisson);
    super(args, { name: "poisson", direction: "min" });
  }

  protected override error(count: number, rate: number): number {
    return rate - count * Math.log(rate + 1e-7);
  }
}
