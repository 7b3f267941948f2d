import { takeOptions } from "../../options/take-options.ts";
import { allClasses } from "./all-classes.ts";
import { IoUMetric, type IoUMetricArgs } from "./iou-metric.ts";

export interface MeanIoUArgs extends IoUMetricArgs {
  /** @default "mean_io_u" */
  readonly name?: string;
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
 * The intersection over union of predicted and true regions, averaged over all classes.
 *
 * `result()` is the mean of `TP / (TP + FP + FN)` over the classes, in [0, 1]. A class that neither occurs nor is predicted is left
 * out. The result is 0 where no class remains, and before any update.
 *
 * Labels and predictions are of the same shape, of any rank; those that are not sparse have one more dimension, for the classes. Values that are no class
 * from 0 to `numClasses − 1` are left out. A NaN makes the result NaN.
 *
 * As `MeanIoU` of Keras 3.16, whose default dtype cuts fractional weights down to 0, and which fails where `axis` is 1.
 *
 * @throws TypeError when numClasses is missing or wrong
 * @throws RangeError when the shapes do not fit
 * @example
 * ```ts
 * const iou = new MeanIoU({ numClasses: 3, ignoreClass: [-1, 255] });
 * iou.updateState([0, 1, 2, 255], [0, 1, 1, 1]);
 * iou.result(); // 0.5
 * ```
 */
export class MeanIoU extends IoUMetric {
  constructor(given: MeanIoUArgs) {
    const args = takeOptions(
      "MeanIoU",
      given,
      ["numClasses", "ignoreClass", "axis", "sparseYTrue", "sparseYPred", "name"],
      new.target !== MeanIoU,
    );
    const { numClasses, sparseYTrue = true, sparseYPred = true } = args;
    const targetClassIds = allClasses(numClasses);
    super(
      args,
      { name: "mean_io_u", direction: "max" },
      { numClasses, targetClassIds, sparseYTrue, sparseYPred },
    );
  }
}
