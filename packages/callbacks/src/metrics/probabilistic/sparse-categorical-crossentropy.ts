import { triesLabels } from "../../any-metric/metric-marker.ts";
import { axisLast } from "../../arrays/axis-last.ts";
import { broadcast } from "../../arrays/broadcast.ts";
import { checkClassScores } from "../../arrays/check-class-scores.ts";
import { classAdvice } from "../../arrays/class-advice.ts";
import { classList } from "../../arrays/class-list.ts";
import type { HostArray, MetricInput } from "../../arrays/host-array.ts";
import { OUTSIDE_UNIT } from "../../arrays/outside-unit.ts";
import { perRow } from "../../arrays/per-row.ts";
import { rowWeights } from "../../arrays/row-weights.ts";
import { sparseLabels } from "../../arrays/sparse-labels.ts";
import { takeOptions } from "../../options/take-options.ts";
import { WeightedMean } from "../../state/weighted-mean.ts";
import { Metric, type MetricArgs } from "../metric.ts";
import { checkCrossentropyArgs } from "./check-crossentropy-args.ts";
import { hasNegative } from "./has-negative.ts";
import { logProbabilities } from "./log-probabilities.ts";

export interface SparseCategoricalCrossentropyArgs extends MetricArgs {
  /** @default "sparse_categorical_crossentropy" */
  readonly name?: string;
  /**
   * Whether predictions are logits instead of probabilities.
   *
   * @default false
   */
  readonly fromLogits?: boolean;
  /**
   * Labels to leave out, such as padding or "void" pixels: one, or several.
   *
   * @default absent: none
   */
  readonly ignoreClass?: number | readonly number[];
  /**
   * The dimension of the classes; a negative one counts from the end.
   *
   * @default -1
   */
  readonly axis?: number;
}

/**
 * The crossentropy between labels that are class numbers and predicted probabilities.
 *
 * `result()` is the mean of `−ln p[yTrue]` over the samples that are not ignored, in nats, at least 0, and 0 before any
 * update. Rows of probabilities are brought to a sum of 1 and kept within 1e-7 of 0 and 1; logits go through a softmax.
 * Labels are of shape `[n]` or `[n, 1]` with predictions of `[n, classes]`, or `[n, steps]` with `[n, steps, classes]`. A
 * NaN makes the result NaN.
 *
 * As `SparseCategoricalCrossentropy` of Keras 3.16, which leaves ignored samples in the denominator unless there are
 * sample weights.
 *
 * @throws RangeError when a label that is not ignored is no class, or there is not one label for each row
 * @throws TypeError when fromLogits is not a boolean
 * @example
 * ```ts
 * const crossentropy = new SparseCategoricalCrossentropy();
 * crossentropy.updateState([1, 2], [[0.05, 0.95, 0], [0.1, 0.8, 0.1]]);
 * crossentropy.result(); // 1.17694
 * const known = new SparseCategoricalCrossentropy({ ignoreClass: [-1, 0] });
 * known.updateState([1, 0, -1], [[0.2, 0.8], [0.9, 0.1], [0.5, 0.5]]);
 * known.result(); // 0.22314
 * ```
 */
export class SparseCategoricalCrossentropy extends Metric {
  readonly #mean = this.addState(new WeightedMean());
  readonly #fromLogits: boolean;
  readonly #ignored: ReadonlySet<number>;
  readonly #axis: number;

  constructor(given: SparseCategoricalCrossentropyArgs = {}) {
    const args = takeOptions(
      "SparseCategoricalCrossentropy",
      given,
      ["fromLogits", "ignoreClass", "axis", "name"],
      new.target !== SparseCategoricalCrossentropy,
    );
    super(args, { name: "sparse_categorical_crossentropy", direction: "min" });
    const owner = "SparseCategoricalCrossentropy";
    checkCrossentropyArgs(owner, args);
    this.#fromLogits = args.fromLogits ?? false;
    this.#ignored = classList(owner, "ignoreClass", args.ignoreClass);
    this.#axis = args.axis ?? -1;
  }

  override updateState(yTrue: MetricInput, yPred: MetricInput, sampleWeight?: MetricInput): void {
    const owner = this.constructor.name;
    const predictions = axisLast(owner, this.read(yPred, "yPred"), this.#axis);
    checkClassScores(owner, predictions, "BinaryCrossentropy");
    const truth = sparseLabels(owner, this.read(yTrue, "yTrue"), predictions);
    if (!this.#fromLogits && hasNegative(predictions.values)) this.remark(OUTSIDE_UNIT);
    const values = this.#values(truth, predictions);
    const weights = this.readWeights(sampleWeight);
    this.#mean.add(owner, values, this.#ignored.size === 0 ? weights : this.#known(truth, weights));
  }

  override result(): number {
    return this.#mean.result();
  }

  #values(truth: HostArray, predictions: HostArray): HostArray {
    return perRow(predictions, (start, width, row) => {
      const label = truth.values[row] ?? Number.NaN;
      if (this.#ignored.has(label)) return 0;
      if (Number.isNaN(label)) return label;
      if (!(Number.isInteger(label) && label >= 0 && label < width)) {
        throw new RangeError(
          `${this.constructor.name}: yTrue must hold classes from 0 to ${width - 1}. ${classAdvice(truth.values, width, label)}`,
        );
      }
      const logOf = logProbabilities(predictions.values, start, width, this.#fromLogits);
      return -logOf(label);
    });
  }

  /** The weights with those of ignored samples set to 0. */
  #known({ values, shape }: HostArray, given: HostArray | undefined): HostArray {
    const weights = given && broadcast(rowWeights(given, shape.length), shape);
    if (given !== undefined && weights === undefined) {
      throw new RangeError(
        `${this.constructor.name}: sampleWeight must fit the values of shape [${shape}]. Received: shape [${given.shape}]`,
      );
    }
    const known = Float64Array.from(values, (label, i) =>
      this.#ignored.has(label) ? 0 : (weights?.[i] ?? 1),
    );
    return { values: known, shape };
  }
}

Object.defineProperty(SparseCategoricalCrossentropy.prototype, triesLabels, {
  value: SparseCategoricalCrossentropy.prototype.updateState,
});
