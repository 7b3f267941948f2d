import { axisLast } from "../../arrays/axis-last.ts";
import { checkBinaryLabels } from "../../arrays/check-binary-labels.ts";
import { checkClassScores } from "../../arrays/check-class-scores.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { OUTSIDE_UNIT } from "../../arrays/outside-unit.ts";
import { perRow } from "../../arrays/per-row.ts";
import { sameShape } from "../../arrays/same-shape.ts";
import { weightsOfLabels } from "../../arrays/weights-of-labels.ts";
import { takeOptions } from "../../options/take-options.ts";
import type { MetricArgs } from "../metric.ts";
import { MeanMetric } from "../reduction/mean-metric.ts";
import { checkCrossentropyArgs } from "./check-crossentropy-args.ts";
import { hasNegative } from "./has-negative.ts";
import { logProbabilities } from "./log-probabilities.ts";

export interface CategoricalCrossentropyArgs extends MetricArgs {
  /** @default "categorical_crossentropy" */
  readonly name?: string;
  /**
   * Whether predictions are logits instead of probabilities.
   *
   * @default false
   */
  readonly fromLogits?: boolean;
  /**
   * How far labels are moved towards all classes alike: with 0.1 and two classes, 0 and 1 become 0.05 and 0.95. In [0, 1].
   *
   * @default 0
   */
  readonly labelSmoothing?: number;
  /**
   * The dimension of the classes; a negative one counts from the end.
   *
   * @default -1
   */
  readonly axis?: number;
}

/**
 * The crossentropy between one-hot labels, or probabilities of classes, and predicted probabilities.
 *
 * `result()` is the mean of `−Σ y · ln p` over the samples, in nats, at least 0, and 0 before any update. Rows of
 * probabilities are brought to a sum of 1 and kept within 1e-7 of 0 and 1; logits go through a softmax. Labels and
 * predictions are of the same shape, `[n, classes]` or with more dimensions. A NaN makes the result NaN.
 *
 * As `CategoricalCrossentropy` of Keras 3.16.
 *
 * @throws RangeError when labelSmoothing or a label is not in [0, 1], the shapes differ, or there is one column alone
 * @throws TypeError when fromLogits is not a boolean
 * @example
 * ```ts
 * const crossentropy = new CategoricalCrossentropy();
 * crossentropy.updateState([[0, 1, 0], [0, 0, 1]], [[0.05, 0.95, 0], [0.1, 0.8, 0.1]]);
 * crossentropy.result(); // 1.17694
 * ```
 */
export class CategoricalCrossentropy extends MeanMetric {
  readonly #fromLogits: boolean;
  readonly #labelSmoothing: number;
  readonly #axis: number;

  constructor(given: CategoricalCrossentropyArgs = {}) {
    const args = takeOptions(
      "CategoricalCrossentropy",
      given,
      ["fromLogits", "labelSmoothing", "axis", "name"],
      new.target !== CategoricalCrossentropy,
    );
    super(args, { name: "categorical_crossentropy", direction: "min" });
    checkCrossentropyArgs("CategoricalCrossentropy", args);
    this.#fromLogits = args.fromLogits ?? false;
    this.#labelSmoothing = args.labelSmoothing ?? 0;
    this.#axis = args.axis ?? -1;
  }

  protected override align(yTrue: HostArray, yPred: HostArray): readonly [HostArray, HostArray] {
    const aligned = sameShape(
      "CategoricalCrossentropy",
      yTrue,
      yPred,
      "SparseCategoricalCrossentropy",
    );
    checkClassScores("CategoricalCrossentropy", aligned[1], "BinaryCrossentropy", this.#axis);
    return aligned;
  }

  protected override inspect(
    yTrue: HostArray,
    yPred: HostArray,
    weights: HostArray | undefined,
  ): void {
    checkBinaryLabels("CategoricalCrossentropy", yTrue.values, weightsOfLabels(yTrue, weights));
    if (!this.#fromLogits && hasNegative(yPred.values)) this.remark(OUTSIDE_UNIT);
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    const owner = this.constructor.name;
    const truth = axisLast(owner, yTrue, this.#axis);
    const predictions = axisLast(owner, yPred, this.#axis);
    const smoothing = this.#labelSmoothing;
    return perRow(predictions, (start, width) => {
      const logOf = logProbabilities(predictions.values, start, width, this.#fromLogits);
      let sum = 0;
      for (let i = 0; i < width; i++) {
        const log = logOf(i);
        const label = (truth.values[start + i] ?? 0) * (1 - smoothing) + smoothing / width;
        // A class with label 0 adds nothing, also where its probability is 0 and its logarithm infinite.
        if (label !== 0 || Number.isNaN(log)) sum -= label * log;
      }
      return sum;
    });
  }
}
