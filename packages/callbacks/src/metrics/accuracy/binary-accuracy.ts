import { checkBinaryLabels } from "../../arrays/check-binary-labels.ts";
import { hasOutsideUnit } from "../../arrays/has-outside-unit.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { OUTSIDE_UNIT } from "../../arrays/outside-unit.ts";
import { sameShape } from "../../arrays/same-shape.ts";
import { weightsOfLabels } from "../../arrays/weights-of-labels.ts";
import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { binaryMatches } from "./binary-matches.ts";
import { ProportionMetric } from "./proportion-metric.ts";

export interface BinaryAccuracyArgs extends MetricArgs {
  /** @default "binary_accuracy" */
  readonly name?: string;
  /**
   * A prediction above this counts as 1. In (0, 1).
   *
   * @default 0.5
   */
  readonly threshold?: number;
}

/**
 * The share of predictions that match their labels of 0 and 1.
 *
 * `result()` is `matches / predictions`, in [0, 1], and 0 before any update. Labels and predictions are of the same
 * shape, `[n]`, `[n, 1]` or `[n, labels]`; a row of several labels counts by the share of them that match. A prediction
 * equal to the threshold counts as 0, a label between 0 and 1 matches neither, as in Keras; the comparison is in float32. A NaN among labels or predictions makes the result
 * NaN.
 *
 * As `BinaryAccuracy` of Keras 3.16, which counts NaN as a 0.
 *
 * @throws RangeError when the threshold is not in (0, 1), the shapes differ or a label is not in [0, 1]
 * @example
 * ```ts
 * const accuracy = new BinaryAccuracy();
 * accuracy.updateState([1, 1, 0, 0], [0.98, 1, 0, 0.6]);
 * accuracy.result(); // 0.75
 * ```
 */
export class BinaryAccuracy extends ProportionMetric {
  readonly #threshold: number;

  constructor(given: BinaryAccuracyArgs = {}) {
    const args = takeOptions(
      "BinaryAccuracy",
      given,
      ["threshold", "name"],
      new.target !== BinaryAccuracy,
    );
    super(args, { name: "binary_accuracy", direction: "max" });
    const { threshold = 0.5 } = args;
    if (typeof threshold !== "number" || !(threshold > 0 && threshold < 1)) {
      throw new RangeError(
        `BinaryAccuracy: threshold must be in (0, 1). Received: ${String(threshold)}`,
      );
    }
    this.#threshold = threshold;
  }

  protected override align(yTrue: HostArray, yPred: HostArray): readonly [HostArray, HostArray] {
    return sameShape("BinaryAccuracy", yTrue, yPred, "SparseCategoricalAccuracy");
  }

  protected override inspect(
    yTrue: HostArray,
    yPred: HostArray,
    weights: HostArray | undefined,
  ): void {
    if (checkBinaryLabels("BinaryAccuracy", yTrue.values, weightsOfLabels(yTrue, weights))) {
      this.remark("labels between 0 and 1 match no prediction, as in Keras");
    }
    if (hasOutsideUnit(yPred.values)) {
      this.remark(OUTSIDE_UNIT);
    }
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    return binaryMatches(yTrue, yPred, this.#threshold);
  }
}
