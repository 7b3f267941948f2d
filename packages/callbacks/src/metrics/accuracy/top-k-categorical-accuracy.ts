import { argMax } from "../../arrays/arg-max.ts";
import { checkClassScores } from "../../arrays/check-class-scores.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { isInTopK } from "../../arrays/is-in-top-k.ts";
import { perRow } from "../../arrays/per-row.ts";
import { sameShape } from "../../arrays/same-shape.ts";
import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { checkK } from "./check-k.ts";
import { ProportionMetric } from "./proportion-metric.ts";

export interface TopKCategoricalAccuracyArgs extends MetricArgs {
  /** @default "top_k_categorical_accuracy" */
  readonly name?: string;
  /**
   * How many of the highest scores count as a hit. At least 1.
   *
   * @default 5
   */
  readonly k?: number;
}

/**
 * The share of samples whose class is among the k highest scores, for one-hot labels.
 *
 * `result()` is the share of rows in which fewer than k scores are higher than that of the class `argmax(yTrue)`; ties
 * count as hits. In [0, 1], and 0 before any update. Labels and predictions are of the same shape, `[n, classes]` or
 * `[n, steps, classes]`. A NaN makes the result NaN.
 *
 * As `TopKCategoricalAccuracy` of Keras 3.16.
 *
 * @throws RangeError when k is not a whole number above 0
 * @example
 * ```ts
 * const accuracy = new TopKCategoricalAccuracy({ k: 2 });
 * accuracy.updateState([[0, 0, 1], [0, 1, 0]], [[0.1, 0.9, 0.8], [0.5, 0.1, 0.4]]);
 * accuracy.result(); // 0.5
 * ```
 */
export class TopKCategoricalAccuracy extends ProportionMetric {
  readonly #k: number;

  constructor(given: TopKCategoricalAccuracyArgs = {}) {
    const args = takeOptions(
      "TopKCategoricalAccuracy",
      given,
      ["k", "name"],
      new.target !== TopKCategoricalAccuracy,
    );
    super(args, { name: "top_k_categorical_accuracy", direction: "max" });
    this.#k = args.k ?? 5;
    checkK("TopKCategoricalAccuracy", this.#k);
  }

  protected override align(yTrue: HostArray, yPred: HostArray): readonly [HostArray, HostArray] {
    const aligned = sameShape(
      "TopKCategoricalAccuracy",
      yTrue,
      yPred,
      "SparseTopKCategoricalAccuracy",
    );
    checkClassScores("TopKCategoricalAccuracy", aligned[1], "BinaryAccuracy");
    return aligned;
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    return perRow(yPred, (start, width) =>
      isInTopK(yPred.values, start, width, argMax(yTrue.values, start, width), this.#k),
    );
  }
}
