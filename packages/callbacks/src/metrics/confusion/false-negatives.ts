import type { Confusion } from "../../curves/confusion-counts.ts";
import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { ThresholdMetric, type ThresholdMetricArgs } from "./threshold-metric.ts";

export interface FalseNegativesArgs<Thresholds extends number | readonly number[] = number>
  extends MetricArgs,
    Pick<ThresholdMetricArgs<Thresholds>, "thresholds"> {
  /** @default "false_negatives" */
  readonly name?: string;
}

/**
 * The number of positives that were called negative.
 *
 * `result()` is a count, or the sum of their weights; a list of one for each of several thresholds; 0 before any update.
 * A prediction is called positive above the threshold, in float32. Labels are 0 and 1 of the same shape, of any rank, or class
 * numbers beside a score of each class; those between 0 and 1 count as 1, as in Keras. Neither way is better. A NaN makes
 * the result NaN.
 *
 * As `FalseNegatives` of Keras 3.16, which counts a NaN prediction as negative.
 *
 * @throws RangeError when a threshold is not in [0, 1], or shapes differ
 * @example
 * ```ts
 * const count = new FalseNegatives();
 * count.updateState([0, 1, 1, 0, 1], [0.6, 0.7, 0.9, 0.1, 0.3]);
 * count.result(); // 1
 * const atBoth = new FalseNegatives({ thresholds: [0.5, 0.8] });
 * atBoth.updateState([0, 1, 1, 0, 1], [0.6, 0.7, 0.9, 0.1, 0.3]);
 * atBoth.result(); // [1, 2]
 * ```
 */
export class FalseNegatives<
  const Thresholds extends number | readonly number[] = number,
> extends ThresholdMetric<Thresholds> {
  constructor(given: FalseNegativesArgs<Thresholds> = {}) {
    const args = takeOptions(
      "FalseNegatives",
      given,
      ["thresholds", "name"],
      new.target !== FalseNegatives,
    );
    super(args, { name: "false_negatives" });
  }

  protected override valueAt(counts: Confusion, i: number): number {
    return counts.falseNegatives[i] ?? 0;
  }
}
