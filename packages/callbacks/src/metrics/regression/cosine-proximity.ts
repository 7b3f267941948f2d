import { cosine } from "../../arrays/cosine.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { perRow } from "../../arrays/per-row.ts";
import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanMetric } from "../reduction/mean-metric.ts";

export interface CosineProximityArgs extends MetricArgs {
  /** @default "cosine_proximity" */
  readonly name?: string;
}

/**
 * TensorFlow.js' loss `cosineProximity` as a metric: the negative cosine similarity, lower the closer the vectors point.
 *
 * `result()` is the mean of `−yTrue · yPred / (|yTrue| |yPred|)` over the samples, in [−1, 1], and 0 before any update.
 * Labels and predictions are of the same shape, `[n, values]`. A NaN makes the result NaN. Keras' metric, which is better
 * the higher it is, is `CosineSimilarity`.
 *
 * @example
 * ```ts
 * const proximity = new CosineProximity();
 * proximity.updateState([[0, 1], [1, 1]], [[1, 0], [1, 1]]);
 * proximity.result(); // -0.5
 * ```
 */
export class CosineProximity extends MeanMetric {
  constructor(given: CosineProximityArgs = {}) {
    const args = takeOptions("CosineProximity", given, ["name"], new.target !== CosineProximity);
    super(args, { name: "cosine_proximity", direction: "min" });
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    return perRow(yPred, (start, width) => -cosine(yTrue.values, yPred.values, start, width));
  }
}
