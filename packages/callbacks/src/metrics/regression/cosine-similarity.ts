import { axisLast } from "../../arrays/axis-last.ts";
import { cosine } from "../../arrays/cosine.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { perRow } from "../../arrays/per-row.ts";
import { takeOptions } from "../../options/take-options.ts";
import { describeReceived } from "../../text/describe-received.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanMetric } from "../reduction/mean-metric.ts";

export interface CosineSimilarityArgs extends MetricArgs {
  /** @default "cosine_similarity" */
  readonly name?: string;
  /**
   * The dimension along which vectors lie; a negative one counts from the end.
   *
   * @default -1
   */
  readonly axis?: number;
}

/**
 * The cosine of the angle between true and predicted vectors.
 *
 * `result()` is the mean of `yTrue · yPred / (|yTrue| |yPred|)` over the samples, in [−1, 1], 0 where a vector is zero, and
 * 0 before any update. Labels and predictions are of the same shape, `[n, values]`. A NaN makes the result NaN.
 *
 * As `CosineSimilarity` of Keras 3.16.
 *
 * @throws RangeError when the axis is not a dimension
 * @example
 * ```ts
 * const similarity = new CosineSimilarity();
 * similarity.updateState([[0, 1], [1, 1]], [[1, 0], [1, 1]]);
 * similarity.result(); // 0.5
 * ```
 */
export class CosineSimilarity extends MeanMetric {
  readonly #axis: number;

  constructor(given: CosineSimilarityArgs = {}) {
    const args = takeOptions(
      "CosineSimilarity",
      given,
      ["axis", "name"],
      new.target !== CosineSimilarity,
    );
    super(args, { name: "cosine_similarity", direction: "max" });
    const { axis = -1 } = args;
    if (!Number.isSafeInteger(axis)) {
      throw new RangeError(
        `CosineSimilarity: axis must be a whole number. Received: ${describeReceived(axis)}`,
      );
    }
    this.#axis = axis;
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    const truth = axisLast("CosineSimilarity", yTrue, this.#axis);
    const predictions = axisLast("CosineSimilarity", yPred, this.#axis);
    return perRow(predictions, (start, width) =>
      cosine(truth.values, predictions.values, start, width),
    );
  }
}
