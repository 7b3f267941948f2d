import type { Confusion, ConfusionCounts } from "../../curves/confusion-counts.ts";
import { takeOptions } from "../../options/take-options.ts";
import { RatioMetric, type RatioMetricArgs } from "./ratio-metric.ts";

export interface PrecisionArgs<Thresholds extends number | readonly number[] = number>
  extends RatioMetricArgs<Thresholds> {
  /** @default "precision" */
  readonly name?: string;
}

/**
 * The share of predicted positives that are positive.
 *
 * `result()` is `TP / (TP + FP)`, in [0, 1], and 0, or `zeroDivision`, where nothing was predicted positive. Several thresholds give a list.
 * Labels are 0 and 1 of the same shape as predictions, `[n]`, `[n, 1]`, `[n, classes]` or with steps between, or class
 * numbers beside a score of each class; those between 0 and 1 count as 1, as in Keras. Without `classId` all classes count
 * together. A NaN among labels, predictions or weights makes the result NaN.
 *
 * As `Precision` of Keras 3.16, which counts a NaN prediction as negative.
 *
 * @throws RangeError when an option, or the shape of a batch, is out of range
 * @example
 * ```ts
 * const precision = new Precision();
 * precision.updateState([0, 1, 1, 1], [1, 0, 1, 1]);
 * precision.result(); // 0.66667
 * const atBoth = new Precision({ thresholds: [0.3, 0.7] });
 * atBoth.updateState([0, 1, 1], [0.4, 0.5, 0.8]);
 * atBoth.result(); // [0.66667, 1]
 * ```
 */
export class Precision<
  const Thresholds extends number | readonly number[] = number,
> extends RatioMetric<Thresholds> {
  constructor(given: PrecisionArgs<Thresholds> = {}) {
    const args = takeOptions(
      "Precision",
      given,
      ["thresholds", "topK", "classId", "zeroDivision", "name"],
      new.target !== Precision,
    );
    super(args, { name: "precision", direction: "max" });
  }

  protected override valueAt(counts: Confusion, i: number): number {
    const found = counts.truePositives[i] ?? 0;
    return this.ratio(found, found + (counts.falsePositives[i] ?? 0));
  }

  protected override effectiveCount(counts: ConfusionCounts): number {
    return counts.effectivePredicted(0);
  }
}
