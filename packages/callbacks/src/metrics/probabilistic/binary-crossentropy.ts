import { checkBinaryLabels } from "../../arrays/check-binary-labels.ts";
import { elementwise } from "../../arrays/elementwise.ts";
import { hasOutsideUnit } from "../../arrays/has-outside-unit.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { lastAxisMean } from "../../arrays/last-axis-mean.ts";
import { OUTSIDE_UNIT } from "../../arrays/outside-unit.ts";
import { sameValues } from "../../arrays/same-values.ts";
import { weightsOfLabels } from "../../arrays/weights-of-labels.ts";
import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanMetric } from "../reduction/mean-metric.ts";
import { checkCrossentropyArgs } from "./check-crossentropy-args.ts";
import { clipProbability } from "./clip-probability.ts";

export interface BinaryCrossentropyArgs extends MetricArgs {
  /** @default "binary_crossentropy" */
  readonly name?: string;
  /**
   * Whether predictions are logits instead of probabilities.
   *
   * @default false
   */
  readonly fromLogits?: boolean;
  /**
   * How far labels are moved towards 0.5: with 0.1, labels of 0 and 1 become 0.05 and 0.95. In [0, 1].
   *
   * @default 0
   */
  readonly labelSmoothing?: number;
}

/**
 * The crossentropy between labels of 0 and 1, or probabilities between, and predicted probabilities.
 *
 * `result()` is the mean of `−(y · ln p + (1 − y) · ln(1 − p))`, at least 0, and 0 before any update. Probabilities are
 * kept within 1e-7 of 0 and 1, so one prediction costs at most 16.12; logits are not, and cost what they are. Labels and
 * predictions are of shape `[n, values]`: a sample's value is the mean over its last dimension. So an array of shape
 * `[n]` is one sample; give single values the shape `[n, 1]`. A NaN makes the result NaN.
 *
 * As `BinaryCrossentropy` of Keras 3.16.
 *
 * @throws RangeError when labelSmoothing or a label is not in [0, 1], or the shapes differ
 * @throws TypeError when fromLogits is not a boolean
 * @example
 * ```ts
 * const crossentropy = new BinaryCrossentropy();
 * crossentropy.updateState([[0, 1], [0, 0]], [[0.6, 0.4], [0.4, 0.6]]);
 * crossentropy.result(); // 0.81492
 * ```
 */
export class BinaryCrossentropy extends MeanMetric {
  readonly #fromLogits: boolean;
  readonly #labelSmoothing: number;

  constructor(given: BinaryCrossentropyArgs = {}) {
    const args = takeOptions(
      "BinaryCrossentropy",
      given,
      ["fromLogits", "labelSmoothing", "name"],
      new.target !== BinaryCrossentropy,
    );
    super(args, { name: "binary_crossentropy", direction: "min" });
    checkCrossentropyArgs("BinaryCrossentropy", args);
    const { fromLogits = false, labelSmoothing = 0 } = args;
    this.#fromLogits = fromLogits;
    this.#labelSmoothing = labelSmoothing;
  }

  protected override align(yTrue: HostArray, yPred: HostArray): readonly [HostArray, HostArray] {
    return sameValues("BinaryCrossentropy", yTrue, yPred, "SparseCategoricalCrossentropy");
  }

  protected override inspect(
    yTrue: HostArray,
    yPred: HostArray,
    weights: HostArray | undefined,
  ): void {
    checkBinaryLabels("BinaryCrossentropy", yTrue.values, weightsOfLabels(yTrue, weights));
    if (!this.#fromLogits && hasOutsideUnit(yPred.values)) {
      this.remark(OUTSIDE_UNIT);
    }
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    const smoothing = this.#labelSmoothing;
    const crossentropy = this.#fromLogits ? ofLogit : ofProbability;
    const values = elementwise(yTrue, yPred, (truth, prediction) =>
      crossentropy(truth * (1 - smoothing) + 0.5 * smoothing, prediction),
    );
    return lastAxisMean(values);
  }
}

function ofProbability(truth: number, probability: number): number {
  const p = clipProbability(probability);
  return -(truth * Math.log(p) + (1 - truth) * Math.log(1 - p));
}

/** The same for the sigmoid of a logit, in a form that neither overflows nor cancels. */
function ofLogit(truth: number, logit: number): number {
  const tail = Math.log1p(Math.exp(-Math.abs(logit)));
  // Each part by itself, because an infinite logit times 0 must add 0.
  const wrongly = logit > 0 ? (1 - truth) * logit : -truth * logit;
  return (truth === (logit > 0 ? 1 : 0) ? 0 * truth : wrongly) + tail;
}
