import { checkClassScores } from "../../arrays/check-class-scores.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { isInTopK } from "../../arrays/is-in-top-k.ts";
import { perRow } from "../../arrays/per-row.ts";
import { sparseLabels } from "../../arrays/sparse-labels.ts";
import { takeOptions } from "../../options/take-options.ts";
import { describeReceived } from "../../text/describe-received.ts";
import type { MetricArgs } from "../metric.ts";
import { checkK } from "./check-k.ts";
import { noClassRemark } from "./no-class-remark.ts";
import { ProportionMetric } from "./proportion-metric.ts";

export interface SparseTopKCategoricalAccuracyArgs extends MetricArgs {
  /** @default "sparse_top_k_categorical_accuracy" */
  readonly name?: string;
  /**
   * How many of the highest scores count as a hit. At least 1.
   *
   * @default 5
   */
  readonly k?: number;
  /**
   * Whether predictions are not scores but class numbers, the most likely first, as a retrieval gives them.
   *
   * @default false
   */
  readonly fromSortedIds?: boolean;
}

/**
 * The share of samples whose class is among the k highest scores, for labels that are class numbers.
 *
 * `result()` is the share of rows in which fewer than k scores are higher than that of the class `yTrue`; ties count as
 * hits. With `fromSortedIds`, the share of rows in which the label is among the first k predictions. In [0, 1], and 0
 * before any update. Labels are of shape `[n]` or `[n, 1]` with predictions of `[n, classes]`, or `[n, steps]` with
 * `[n, steps, classes]`. A label that is no class is never hit. A NaN makes the result NaN.
 *
 * As `SparseTopKCategoricalAccuracy` of Keras 3.16.
 *
 * @throws RangeError when k is not a whole number above 0, or there is not one label for each row
 * @throws TypeError when fromSortedIds is not a boolean
 * @example
 * ```ts
 * const accuracy = new SparseTopKCategoricalAccuracy({ k: 2 });
 * accuracy.updateState([2, 1], [[0.1, 0.9, 0.8], [0.5, 0.1, 0.4]]);
 * accuracy.result(); // 0.5
 * const retrieved = new SparseTopKCategoricalAccuracy({ k: 2, fromSortedIds: true });
 * retrieved.updateState([7, 4], [[3, 7, 9], [1, 2, 4]]);
 * retrieved.result(); // 0.5
 * ```
 */
export class SparseTopKCategoricalAccuracy extends ProportionMetric {
  readonly #k: number;
  readonly #fromSortedIds: boolean;

  constructor(given: SparseTopKCategoricalAccuracyArgs = {}) {
    const args = takeOptions(
      "SparseTopKCategoricalAccuracy",
      given,
      ["k", "fromSortedIds", "name"],
      new.target !== SparseTopKCategoricalAccuracy,
    );
    super(args, { name: "sparse_top_k_categorical_accuracy", direction: "max" });
    const { k = 5, fromSortedIds = false } = args;
    checkK("SparseTopKCategoricalAccuracy", k);
    if (typeof fromSortedIds !== "boolean") {
      throw new TypeError(
        `SparseTopKCategoricalAccuracy: fromSortedIds must be true or false. Received: ${describeReceived(fromSortedIds)}`,
      );
    }
    this.#k = k;
    this.#fromSortedIds = fromSortedIds;
  }

  protected override align(yTrue: HostArray, yPred: HostArray): readonly [HostArray, HostArray] {
    if (!this.#fromSortedIds) checkClassScores(this.constructor.name, yPred, "BinaryAccuracy");
    return [sparseLabels(this.constructor.name, yTrue, yPred), yPred];
  }

  protected override inspect(
    yTrue: HostArray,
    yPred: HostArray,
    weights: HostArray | undefined,
  ): void {
    const remark = this.#fromSortedIds ? undefined : noClassRemark(yTrue, yPred, weights);
    if (remark !== undefined) this.remark(remark);
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    const isHit = this.#fromSortedIds ? isAmongFirst : isInTopK;
    return perRow(yPred, (start, width, row) =>
      isHit(yPred.values, start, width, yTrue.values[row] ?? Number.NaN, this.#k),
    );
  }
}

function isAmongFirst(
  ids: ArrayLike<number>,
  start: number,
  width: number,
  target: number,
  k: number,
): number {
  if (Number.isNaN(target)) return Number.NaN;
  let found = 0;
  for (let i = 0; i < width; i++) {
    const id = ids[start + i] ?? Number.NaN;
    if (Number.isNaN(id)) return Number.NaN;
    if (i < k && id === target) found = 1;
  }
  return found;
}
