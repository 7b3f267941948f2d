import { valuesMarker } from "../../any-metric/metric-marker.ts";
import { alignRanks } from "../../arrays/align-ranks.ts";
import { broadcast } from "../../arrays/broadcast.ts";
import type { MetricInput } from "../../arrays/host-array.ts";
import { rowWeights } from "../../arrays/row-weights.ts";
import { takeOptions } from "../../options/take-options.ts";
import { Metric, type MetricArgs } from "../metric.ts";

export interface SumArgs extends MetricArgs {
  /** @default "sum" */
  readonly name?: string;
}

/**
 * The sum of values that you compute yourself.
 *
 * `result()` is `Σ weight · value`, and 0 before any update. It takes values instead of labels and predictions:
 * `updateState(values, sampleWeight)`. So `compile()` refuses it. A NaN makes the result NaN.
 *
 * As `Sum` of Keras 3.16.
 *
 * @throws RangeError when the weights do not fit the values
 * @example
 * ```ts
 * const sum = new Sum();
 * sum.updateState([1, 3, 5, 7]);
 * sum.updateState([10, 20], [0.5, 0]);
 * sum.result(); // 21
 * ```
 */
export class Sum extends Metric {
  readonly #total = this.addVariable();

  constructor(given: SumArgs = {}) {
    const args = takeOptions("Sum", given, ["name"], new.target !== Sum);
    super(args, { name: "sum" });
  }

  override updateState(values: MetricInput, sampleWeight?: MetricInput): void {
    const array = this.read(values, "values");
    const given = this.readWeights(sampleWeight);
    const [aligned, weights] = given === undefined ? [array, undefined] : alignRanks(array, given);
    const fitting = weights && broadcast(rowWeights(weights, aligned.shape.length), aligned.shape);
    if (weights !== undefined && fitting === undefined) {
      throw new RangeError(
        `Sum: sampleWeight must fit the values of shape [${array.shape}]. Received: shape [${given?.shape}]`,
      );
    }
    for (let i = 0; i < aligned.values.length; i++) {
      this.#total.add((aligned.values[i] ?? 0) * (fitting?.[i] ?? 1));
    }
  }

  override result(): number {
    return this.#total.value;
  }
}

Object.defineProperty(Sum.prototype, valuesMarker, { value: true });
