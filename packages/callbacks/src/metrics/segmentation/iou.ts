import { takeOptions } from "../../options/take-options.ts";
import { IoUMetric, type IoUMetricArgs } from "./iou-metric.ts";

export interface IoUArgs extends IoUMetricArgs {
  /** @default "io_u" */
  readonly name?: string;
  /** The classes to average over. */
  readonly targetClassIds: readonly number[];
  /**
   * Whether labels are class numbers; otherwise the class of the highest label along `axis`.
   *
   * @default true
   */
  readonly sparseYTrue?: boolean;
  /**
   * Whether predictions are class numbers; otherwise the class of the highest score along `axis`.
   *
   * @default true
   */
  readonly sparseYPred?: boolean;
}

/**
 * The intersection over union of predicted and true regions, for some of the classes.
 *
 * `result()` is the mean of `TP / (TP + FP + FN)` over `targetClassIds`, in [0, 1]. A class that neither occurs nor is predicted is left
 * out. The result is 0 where no class remains, and before any update.
 *
 * Labels and predictions are of the same shape, of any rank; those that are not sparse have one more dimension, for the classes. Values that are no class
 * from 0 to `numClasses − 1` are left out. A NaN makes the result NaN.
 *
 * As `IoU` of Keras 3.16, whose default dtype cuts fractional weights down to 0.
 *
 * @throws TypeError when numClasses or targetClassIds are missing or wrong
 * @throws RangeError when the shapes do not fit
 * @example
 * ```ts
 * const iou = new IoU({ numClasses: 2, targetClassIds: [0] });
 * iou.updateState([0, 0, 1, 1], [0, 1, 0, 1]);
 * iou.result(); // 0.33333
 * ```
 */
export class IoU extends IoUMetric {
  constructor(given: IoUArgs) {
    const args = takeOptions(
      "IoU",
      given,
      ["numClasses", "ignoreClass", "axis", "targetClassIds", "sparseYTrue", "sparseYPred", "name"],
      new.target !== IoU,
    );
    const { numClasses, targetClassIds, sparseYTrue = true, sparseYPred = true } = args;
    super(
      args,
      { name: "io_u", direction: "max" },
      { numClasses, targetClassIds, sparseYTrue, sparseYPred },
    );
  }
}
