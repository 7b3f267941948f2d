import { elementwise } from "../../arrays/elementwise.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { ProportionMetric } from "./proportion-metric.ts";

export interface AccuracyArgs extends MetricArgs {
  /** @default "accuracy" */
  readonly name?: string;
}

/**
 * The share of predictions that equal their labels.
 *
 * `result()` is `matches / predictions`, in [0, 1], and 0 before any update. Labels and predictions are of the same
 * shape, such as class ids of shape `[n]`; a row of several values counts by the share of them that match. Fractions are
 * compared in float32. A NaN among labels or predictions makes the result NaN.
 *
 * As `Accuracy` of Keras 3.16, which counts NaN as no match. It compares values, not scores: for scores use
 * `BinaryAccuracy`, or the string `"accuracy"` of TensorFlow.js.
 *
 * @example
 * ```ts
 * const accuracy = new Accuracy();
 * accuracy.updateState([1, 2, 3, 4], [0, 2, 3, 4]);
 * accuracy.result(); // 0.75
 * accuracy.updateState([1, 2], [1, 2], [1, 3]);
 * accuracy.result(); // 0.875
 * ```
 */
export class Accuracy extends ProportionMetric {
  constructor(given: AccuracyArgs = {}) {
    const args = takeOptions("Accuracy", given, ["name"], new.target !== Accuracy);
    super(args, { name: "accuracy", direction: "max" });
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    return elementwise(yTrue, yPred, matches);
  }
}

function matches(truth: number, prediction: number): number {
  if (Number.isNaN(truth) || Number.isNaN(prediction)) return Number.NaN;
  // Ids beyond 2^24 have no float32 of their own, so whole numbers are compared as they are.
  if (Number.isInteger(truth) && Number.isInteger(prediction)) return Number(truth === prediction);
  return Number(Math.fround(truth) === Math.fround(prediction));
}
