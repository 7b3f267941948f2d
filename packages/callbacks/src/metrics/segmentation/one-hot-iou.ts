import { takeOptions } from "../../options/take-options.ts";
import { IoUMetric, type IoUMetricArgs } from "./iou-metric.ts";

export interface OneHotIoUArgs extends IoUMetricArgs {
  /** @default "one_hot_io_u" */
  readonly name?: string;
  /** The classes to average over. */
  readonly targetClassIds: readonly number[];
  /**
   * Whether predictions are class numbers; otherwise the class of the highest score along `axis`.
   *
   * @default false
   */
  readonly sparseYPred?: boolean;
}

/**
 * The intersection over union of predicted and true regions, for some of the classes and one-hot labels.
 *
 * `result()` is the mean of `TP / (TP + FP + FN)` over `targetClassIds`, in [0, 1]. A class that neither occurs nor is predicted is left
 * out. The result is 0 where no class remains, and before any update.
 *
 * Labels are one-hot along `axis`; predictions are scores of the same shape or, with `sparseYPred`, class numbers. Values that are no class
 * from 0 to `numClasses − 1` are left out. A NaN makes the result NaN.
 *
 * As `OneHotIoU` of Keras 3.16, whose default dtype cuts fractional weights down to 0.
 *
 * @throws TypeError when numClasses or targetClassIds are missing or wrong
 * @throws RangeError when the shapes do not fit
 * @example
 * ```ts
 * const iou = new OneHotIoU({ numClasses: 2, targetClassIds: [1] });
 * iou.updateState([[1, 0], [0, 1], [0, 1]], [[0.9, 0.1], [0.2, 0.8], [0.7, 0.3]]);
 * iou.result(); // 0.5
 * ```
 */
export class OneHotIoU extends IoUMetric {
  constructor(given: OneHotIoUArgs) {
    const args = takeOptions(
      "OneHotIoU",
      given,
      ["numClasses", "ignoreClass", "axis", "targetClassIds", "sparseYPred", "name"],
      new.target !== OneHotIoU,
    );
    const { numClasses, targetClassIds, sparseYPred = false } = args;
    const form = { numClasses, targetClassIds, sparseYTrue: false, sparseYPred };
    super(args, { name: "one_hot_io_u", direction: "max" }, form);
  }
}
