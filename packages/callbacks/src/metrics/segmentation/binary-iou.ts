import { checkBinaryLabels } from "../../arrays/check-binary-labels.ts";
import { isOutsideUnit } from "../../arrays/is-outside-unit.ts";
import { OUTSIDE_UNIT } from "../../arrays/outside-unit.ts";
import { takeOptions } from "../../options/take-options.ts";
import { describeReceived } from "../../text/describe-received.ts";
import type { MetricArgs } from "../metric.ts";
import { IoUMetric } from "./iou-metric.ts";

export interface BinaryIoUArgs extends MetricArgs {
  /** @default "binary_io_u" */
  readonly name?: string;
  /**
   * The classes to average over: 0, the background, 1, the foreground, or both.
   *
   * @default [0, 1]
   */
  readonly targetClassIds?: readonly (0 | 1)[];
  /**
   * A prediction of at least this is foreground. Unlike in other metrics, a prediction equal to it is, too.
   *
   * @default 0.5
   */
  readonly threshold?: number;
}

/**
 * The intersection over union of predicted and true foreground and background.
 *
 * `result()` is the mean of `TP / (TP + FP + FN)` over `targetClassIds`, in [0, 1]. A class that neither occurs nor is
 * predicted is left out. The result is 0 where no class remains, and before any update. Labels are 0 and 1, predictions
 * probabilities of the same shape, of any rank. A NaN makes the result NaN.
 *
 * As `BinaryIoU` of Keras 3.16.
 *
 * @throws TypeError when targetClassIds are not 0 or 1
 * @throws RangeError when the threshold is no number or the shapes do not fit
 * @example
 * ```ts
 * const iou = new BinaryIoU({ threshold: 0.3 });
 * iou.updateState([0, 1, 0, 1], [0.1, 0.2, 0.4, 0.7]);
 * iou.result(); // 0.33333
 * ```
 */
export class BinaryIoU extends IoUMetric {
  readonly #threshold: number;

  constructor(given: BinaryIoUArgs = {}) {
    const args = takeOptions(
      "BinaryIoU",
      given,
      ["targetClassIds", "threshold", "name"],
      new.target !== BinaryIoU,
    );
    const { targetClassIds = [0, 1], threshold = 0.5 } = args;
    const form = { numClasses: 2, targetClassIds, sparseYTrue: true, sparseYPred: true };
    super(args, { name: "binary_io_u", direction: "max" }, form);
    if (typeof threshold !== "number" || Number.isNaN(threshold)) {
      throw new RangeError(
        `BinaryIoU: threshold must be a number. Received: ${describeReceived(threshold)}`,
      );
    }
    this.#threshold = Math.fround(threshold);
  }

  protected override labelOf(label: number): number {
    return Math.trunc(label);
  }

  protected override inspectLabels(
    labels: ArrayLike<number>,
    weights: ArrayLike<number> | undefined,
  ): void {
    if (checkBinaryLabels("BinaryIoU", labels, weights)) {
      this.remark("labels between 0 and 1 count as 0, as in Keras");
    }
  }

  protected override classOf(prediction: number): number {
    if (this.#threshold > 0 && this.#threshold < 1 && isOutsideUnit(prediction)) {
      this.remark(OUTSIDE_UNIT);
    }
    return Number.isNaN(prediction)
      ? prediction
      : Number(Math.fround(prediction) >= this.#threshold);
  }
}
