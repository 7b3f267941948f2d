import type { Confusion } from "../../curves/confusion-counts.ts";
import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { ThresholdMetric, type ThresholdMetricArgs } from "./threshold-metric.ts";

export interface FalsePositivesArgs<Thresholds extends number | readonly number[] = number>
  extends MetricArgs,
    Pick<ThresholdMetricArgs<Thresholds>, "thresholds"> {
  /** @default "false_positives" */
  readonly name?: string;
}

/**
 * The number of negatives that were called positive.
 *
 * `result()` is a count, or the sum of their weights; a list of one for each of several thresholds; 0 before any update.
 * A prediction is called positive above the threshold, in float32. Labels are 0 and 1 of the same shape, of any rank, or class
 * numbers beside a score of each class; those between 0 and 1 count as 1, as in Keras. Neither way is better. A NaN makes
 * the result NaN.
 *
 * As `FalsePositives` of Keras 3.16, which counts a NaN prediction as negative.
 *
 * @throws RangeError when a threshold is not in [0, 1], or shapes differ
 * @example
 * ```ts
 * const count = new FalsePositives();
 * count.updateState([0, 1, 1, 0, 1], [0.6, 0.7, 0.9, 0.1, 0.3]);
 * count.result(); // 1
 * const atBoth = new FalsePositives({ thresholds: [0.5, 0.8] });
 * atBoth.updateState([0, 1, 1, 0, 1], [0.6, 0.7, 0.9, 0.1, 0.3]);
 * atBoth.result(); // [1, 0]
 * ```
 */
export class FalsePositives<
  const Thresholds extends number | readonly number[] = number,
> extends ThresholdMetric<Thresholds> {
  constructor(given: FalsePositivesArgs<Thresholds> = {}) {
    const args = takeOptions(
      "FalsePositives",
      given,
      ["thresholds", "name"],
      new.target !== FalsePositives,
    );
    super(args, { name: "false_positives" });
  }

  protected override valueAt(counts: Confusion, i: number): number {
    return counts.falsePositives[i] ?? 0;
  }
}
