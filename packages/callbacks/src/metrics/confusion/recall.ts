import type { Confusion, ConfusionCounts } from "../../curves/confusion-counts.ts";
import { takeOptions } from "../../options/take-options.ts";
import { RatioMetric, type RatioMetricArgs } from "./ratio-metric.ts";

export interface RecallArgs<Thresholds extends number | readonly number[] = number>
  extends RatioMetricArgs<Thresholds> {
  /** @default "recall" */
  readonly name?: string;
}

/**
 * The share of positives that are predicted positive.
 *
 * `result()` is `TP / (TP + FN)`, in [0, 1], and 0, or `zeroDivision`, where nothing is positive. Several thresholds give a list.
 * Labels are 0 and 1 of the same shape as predictions, `[n]`, `[n, 1]`, `[n, classes]` or with steps between, or class
 * numbers beside a score of each class; those between 0 and 1 count as 1, as in Keras. Without `classId` all classes count
 * together. A NaN among labels, predictions or weights makes the result NaN.
 *
 * As `Recall` of Keras 3.16, which counts a NaN prediction as negative.
 *
 * @throws RangeError when an option, or the shape of a batch, is out of range
 * @example
 * ```ts
 * const recall = new Recall();
 * recall.updateState([0, 1, 1, 1], [1, 0, 1, 1]);
 * recall.result(); // 0.66667
 * const best = new Recall({ topK: 1 });
 * best.updateState([[0, 0, 1], [1, 0, 0]], [[0.2, 0.3, 0.4], [0.3, 0.4, 0.1]]);
 * best.result(); // 0.5
 * ```
 */
export class Recall<
  const Thresholds extends number | readonly number[] = number,
> extends RatioMetric<Thresholds> {
  constructor(given: RecallArgs<Thresholds> = {}) {
    const args = takeOptions(
      "Recall",
      given,
      ["thresholds", "topK", "classId", "zeroDivision", "name"],
      new.target !== Recall,
    );
    super(args, { name: "recall", direction: "max" });
  }

  protected override valueAt(counts: Confusion, i: number): number {
    const found = counts.truePositives[i] ?? 0;
    return this.ratio(found, found + (counts.falseNegatives[i] ?? 0));
  }

  protected override effectiveCount(counts: ConfusionCounts): number {
    return counts.effectivePositives();
  }
}
