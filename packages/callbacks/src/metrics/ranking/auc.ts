import { countWeights } from "../../arrays/count-weights.ts";
import { divideNoNan } from "../../arrays/divide-no-nan.ts";
import type { MetricInput } from "../../arrays/host-array.ts";
import { sameShape } from "../../arrays/same-shape.ts";
import { BinnedArea } from "../../curves/binned-area.ts";
import type { CurveArea } from "../../curves/curve-area.ts";
import { ExactArea } from "../../curves/exact-area.ts";
import { RankAuc } from "../../curves/rank-auc.ts";
import { Metric } from "../metric.ts";
import { type AUCArgs, checkAucArgs } from "./auc-args.ts";

/**
 * The area under the ROC curve, or under the precision-recall curve.
 *
 * By default exact: the probability that a positive sample scores higher than a negative one, a tie counting half; with
 * `curve: "PR"` the average precision, `Σ (R_i − R_{i+1}) · P_i`. Scores may then be of any range: only their order
 * counts. All scores of a pass are kept, some 16 bytes each; a value after every batch costs about `batch · log²(all)` steps
 * for ROC and a walk over all scores for the other curves.
 *
 * With `numThresholds` or `thresholds` it is the approximation of Keras 3.16, with the same result as
 * `AUC(num_thresholds=200)`, Keras' default. It takes scores in [0, 1] and is wrong where they crowd between two
 * thresholds: scores all below 1/199 give 0.5, however well they rank.
 *
 * In [0, 1] (PRGAIN: at most 1). A label other than 0 is positive. Without any positive or any negative samples ROC is 0;
 * PR is 0 without positive and 1 without negative samples, all as in Keras. A NaN among labels, predictions or weights
 * makes the result NaN.
 *
 * @throws RangeError when an option or the shape of a batch is out of range
 * @throws TypeError when options do not go together
 * @example
 * ```ts
 * const auc = new AUC();
 * auc.updateState([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * auc.result(); // 0.75
 * const likeKeras = new AUC({ numThresholds: 200, curve: "PR" });
 * likeKeras.updateState([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * likeKeras.result(); // 0.7973
 * ```
 */
export class AUC extends Metric {
  readonly #args: AUCArgs;
  #areas: CurveArea[] = [];
  #hasNaN = false;
  #result: number | undefined;

  constructor(args: AUCArgs = {}) {
    super(args, { name: "auc", direction: "max" });
    checkAucArgs(args);
    this.#args = args;
  }

  override updateState(yTrue: MetricInput, yPred: MetricInput, sampleWeight?: MetricInput): void {
    const [truth, predictions] = sameShape(
      "AUC",
      this.read(yTrue, "yTrue"),
      this.read(yPred, "yPred"),
    );
    const weights = countWeights("AUC", this.readWeights(sampleWeight), predictions.shape);
    this.#prepareAreas(predictions.shape);
    const columns = this.#areas.length;
    const labelWeights = this.#args.multiLabel ? undefined : this.#args.labelWeights;
    const toScore = this.#args.fromLogits && isBinned(this.#args) ? sigmoid : identity;
    for (let i = 0; i < predictions.values.length; i++) {
      const label = truth.values[i] ?? 0;
      const score = toScore(predictions.values[i] ?? 0);
      const labelWeight = labelWeights?.[i % labelWeights.length] ?? 1;
      const weight = (weights?.[i] ?? 1) * labelWeight;
      if (Number.isNaN(label) || Number.isNaN(score) || Number.isNaN(weight)) this.#hasNaN = true;
      else this.#areas[i % columns]?.add(label !== 0, score, weight);
    }
    this.#result = undefined;
  }

  override result(): number {
    this.#result ??= this.#hasNaN ? Number.NaN : this.#weighedArea();
    return this.#result;
  }

  override resetState(): void {
    this.#areas = [];
    this.#hasNaN = false;
    this.#result = undefined;
  }

  #weighedArea(): number {
    const labelWeights = this.#args.multiLabel ? this.#args.labelWeights : undefined;
    let sum = 0;
    let weights = 0;
    for (const [column, area] of this.#areas.entries()) {
      const weight = labelWeights?.[column] ?? 1;
      sum += weight * area.area();
      weights += weight;
    }
    return divideNoNan(sum, weights);
  }

  /** Checks the columns of a batch, and makes an area for each at the first one. */
  #prepareAreas(shape: readonly number[]): void {
    const { multiLabel, numLabels, labelWeights } = this.#args;
    if (multiLabel && shape.length !== 2) {
      throw new RangeError(`AUC: multiLabel needs shape [n, labels]. Received: [${shape}]`);
    }
    const columns = shape.at(-1) ?? 1;
    const before = multiLabel && this.#areas.length > 0 ? this.#areas.length : undefined;
    const expected = labelWeights?.length ?? numLabels ?? before ?? columns;
    if (columns !== expected) {
      throw new RangeError(
        `AUC: predictions must have ${expected} labels. Received: shape [${shape}]`,
      );
    }
    if (this.#areas.length === 0) {
      this.#areas = Array.from({ length: multiLabel ? columns : 1 }, () => newArea(this.#args));
    }
  }
}

function isBinned(args: AUCArgs): boolean {
  return args.numThresholds !== undefined || args.thresholds !== undefined;
}

function newArea(args: AUCArgs): CurveArea {
  const { curve = "ROC", summationMethod = "interpolation" } = args;
  if (isBinned(args)) {
    const count = args.numThresholds ?? 0;
    const even = Array.from({ length: count - 2 }, (_, i) => (i + 1) / (count - 1));
    return new BinnedArea(curve, summationMethod, args.thresholds ?? even);
  }
  return curve === "ROC" ? new RankAuc() : new ExactArea(curve);
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function identity(score: number): number {
  return score;
}
