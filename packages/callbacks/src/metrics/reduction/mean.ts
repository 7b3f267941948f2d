import { valuesMarker } from "../../any-metric/metric-marker.ts";
import type { MetricInput } from "../../arrays/host-array.ts";
import { takeOptions } from "../../options/take-options.ts";
import { WeightedMean } from "../../state/weighted-mean.ts";
import { Metric, type MetricArgs } from "../metric.ts";

export interface MeanArgs extends MetricArgs {
  /** @default "mean" */
  readonly name?: string;
}

/**
 * The mean of values that you compute yourself, such as a loss of a training loop of your own.
 *
 * `result()` is `Σ weight · value / Σ weight`, and 0 before any update or where the weights sum to 0. Unlike all other
 * metrics it takes values instead of labels and predictions: `updateState(values, sampleWeight)`. So `compile()` refuses
 * it. Values may be a single number; of several
 * dimensions, the first counts samples and the others are averaged first. A NaN makes the result NaN.
 *
 * As `Mean` of Keras 3.16.
 *
 * @example
 * ```ts
 * const loss = new Mean({ name: "loss" });
 * loss.updateState(2);
 * loss.updateState([3, 4, 5]);
 * loss.result(); // 3.5
 * loss.updateState([10, 20], [0, 4]);
 * loss.result(); // 11.75
 * ```
 */
export class Mean extends Metric {
  readonly #mean = this.addState(new WeightedMean());

  constructor(given: MeanArgs = {}) {
    const args = takeOptions("Mean", given, ["name"], new.target !== Mean);
    super(args, { name: "mean" });
  }

  override updateState(values: MetricInput, sampleWeight?: MetricInput): void {
    const weights = this.readWeights(sampleWeight);
    this.#mean.add("Mean", this.read(values, "values"), weights);
  }

  override result(): number {
    return this.#mean.result();
  }
}

Object.defineProperty(Mean.prototype, valuesMarker, { value: true });
