import { descendingOrder } from "../../arrays/descending-order.ts";
import { fittingLabels } from "../../arrays/fitting-labels.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { perRow } from "../../arrays/per-row.ts";
import { takeOptions } from "../../options/take-options.ts";
import { describeReceived } from "../../text/describe-received.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanMetric } from "../reduction/mean-metric.ts";

export interface NDCGArgs extends MetricArgs {
  /** @default "ndcg" */
  readonly name?: string;
  /**
   * Counts only the first k items of each ranking. At least 1.
   *
   * @default absent: all items count
   */
  readonly k?: number;
  /**
   * What an item of relevance `r` is worth: `"linear"` r, `"exponential"` 2^r − 1.
   *
   * @default "linear"
   */
  readonly gain?: "linear" | "exponential";
}

const gains = {
  linear: (relevance: number) => relevance,
  exponential: (relevance: number) => 2 ** relevance - 1,
};

/**
 * Normalized discounted cumulative gain: how near a ranking puts the relevant items to its top.
 *
 * `result()` is the mean over the rows of `DCG / IDCG`: `DCG = Σ gain_i / log2(i + 1)` over the items in the order of their
 * scores, i counted from 1, and IDCG that of the best order. Items of equal score share the mean gain of their places. In
 * [0, 1]; 0 for a row without a relevant item, and before any update.
 * Labels are relevances of at least 0 and predictions scores, both of shape `[n, items]` with at least two items, or labels
 * are the number of the one relevant item of each row; a weight weighs a row. A NaN makes the result NaN.
 *
 * Not in Keras; with linear gain the same as `ndcg_score` of scikit-learn 1.7. (Järvelin and Kekäläinen 2002, "Cumulated
 * gain-based evaluation of IR techniques"; ties by McSherry and Najork 2008.)
 *
 * @throws RangeError when an option is out of range, a relevance is negative, or rows hold fewer than two items
 * @example
 * ```ts
 * const ndcg = new NDCG();
 * ndcg.updateState([[10, 0, 0, 1, 5]], [[0.1, 0.2, 0.3, 4, 70]]);
 * ndcg.result(); // 0.6957
 * const ofTheFirstFour = new NDCG({ k: 4 });
 * ofTheFirstFour.updateState([[10, 0, 0, 1, 5]], [[0.05, 1.1, 1, 0.5, 0]]);
 * ofTheFirstFour.result(); // 0.3520
 * ```
 */
export class NDCG extends MeanMetric {
  readonly #k: number;
  readonly #gain: (relevance: number) => number;

  constructor(given: NDCGArgs = {}) {
    const args = takeOptions("NDCG", given, ["k", "gain", "name"], new.target !== NDCG);
    super(args, { name: "ndcg", direction: "max" });
    const { k = Number.POSITIVE_INFINITY, gain = "linear" } = args;
    if (args.k !== undefined && !(Number.isSafeInteger(k) && k >= 1)) {
      throw new RangeError(
        `NDCG: k must be a whole number above 0. Received: ${describeReceived(k)}`,
      );
    }
    if (!Object.hasOwn(gains, gain)) {
      throw new RangeError(
        `NDCG: gain must be "linear" or "exponential". Received: ${describeReceived(gain)}`,
      );
    }
    this.#k = k;
    this.#gain = gains[gain];
  }

  protected override align(yTrue: HostArray, yPred: HostArray): readonly [HostArray, HostArray] {
    return fittingLabels("NDCG", yTrue, yPred);
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    if (yPred.shape.length < 2 || (yPred.shape.at(-1) ?? 0) < 2) {
      throw new RangeError(
        `NDCG: yPred must be of shape [n, items] with at least two items. Received: shape [${yPred.shape}]`,
      );
    }
    const relevances = yTrue.values;
    for (let i = 0; i < relevances.length; i++) {
      if ((relevances[i] as number) < 0) {
        throw new RangeError(
          `NDCG: yTrue must be relevances of at least 0. Received: ${relevances[i]}`,
        );
      }
    }
    const width = yPred.shape.at(-1) ?? 1;
    const [gains, scores] = [new Float64Array(width), new Float64Array(width)];
    const discounts = this.#discounts(width);
    return perRow(yPred, (start) => {
      for (let i = 0; i < width; i++) {
        const [relevance, score] = [relevances[start + i] as number, yPred.values[start + i]];
        if (Number.isNaN(relevance) || Number.isNaN(score)) return Number.NaN;
        gains[i] = this.#gain(relevance);
        scores[i] = score as number;
      }
      const ideal = gainOf(gains, gains, discounts);
      return ideal === 0 ? 0 : gainOf(gains, scores, discounts) / ideal;
    });
  }

  /** How much the gain at each place of a ranking counts. */
  #discounts(width: number): Float64Array {
    return Float64Array.from({ length: width }, (_, i) => (i < this.#k ? 1 / Math.log2(i + 2) : 0));
  }
}

/** The discounted gain of items in the order of these scores. */
function gainOf(gains: Float64Array, scores: Float64Array, discounts: Float64Array): number {
  const order = descendingOrder(scores);
  let sum = 0;
  for (let start = 0; start < order.length; ) {
    const score = scores[order[start] as number];
    let end = start;
    let [gain, discount] = [0, 0];
    for (; end < order.length && scores[order[end] as number] === score; end++) {
      gain += gains[order[end] as number] as number;
      discount += discounts[end] as number;
    }
    sum += (gain * discount) / (end - start);
    start = end;
  }
  return sum;
}
