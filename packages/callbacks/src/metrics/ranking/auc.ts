import { triesLabels } from "../../any-metric/metric-marker.ts";
import { checkBinaryLabels } from "../../arrays/check-binary-labels.ts";
import { divideNoNan } from "../../arrays/divide-no-nan.ts";
import { fittingLabels } from "../../arrays/fitting-labels.ts";
import { fittingWeights } from "../../arrays/fitting-weights.ts";
import { hasOutsideUnit } from "../../arrays/has-outside-unit.ts";
import type { MetricInput } from "../../arrays/host-array.ts";
import { OUTSIDE_UNIT } from "../../arrays/outside-unit.ts";
import { AreaList } from "../../curves/area-list.ts";
import type { Curve } from "../../curves/area-under-curve.ts";
import type { CurveArea } from "../../curves/curve-area.ts";
import { curvePoints } from "../../curves/curve-points.ts";
import { ExactArea } from "../../curves/exact-area.ts";
import { type CurvePoint, thinCurve } from "../../curves/thin-curve.ts";
import { checkLevel } from "../../intervals/check-level.ts";
import type { Interval } from "../../intervals/interval.ts";
import { normalQuantile } from "../../intervals/normal-quantile.ts";
import { takeOptions } from "../../options/take-options.ts";
import { describeReceived } from "../../text/describe-received.ts";
import { Metric } from "../metric.ts";
import { type AUCArgs, checkAucArgs, isBinned } from "./auc-args.ts";
import { newArea } from "./new-area.ts";
import { isUndefinedArea, oneClassRemarks, undefinedAreas } from "./one-class.ts";

/** A curve as `AUC` draws it. */
export interface AUCCurve {
  readonly kind: Curve;
  /** From the lowest threshold, which calls everything positive, to the highest. */
  readonly points: readonly CurvePoint[];
  /** The area under the whole curve, not under the points left of it. */
  readonly area: number;
  readonly isExact: boolean;
  readonly errorBound: number;
}

export interface AUCCurveArgs {
  /**
   * How many points to give at most. At least 3.
   *
   * @default 500
   */
  readonly maxPoints?: number;
  /**
   * The column whose curve to give. Only with `multiLabel`.
   *
   * @default 0
   */
  readonly label?: number;
}

/**
 * The area under the ROC curve, or under the precision-recall curve.
 *
 * By default exact: the probability that a positive sample scores higher than a negative one, a tie counting half; with
 * `curve: "PR"` the average precision, `Σ (R_i − R_{i+1}) · P_i`. Scores may then be of any range: only their order counts.
 * All scores of a pass are kept, 4 bytes each as float32 numbers, 8 as others, and 8 more with weights; past `maxScores`
 * neighbours become one, and `isExact` and `errorBound` say so.
 *
 * The first `result()` of a pass sorts all scores. A later one, as after each batch, compares the new scores with the others:
 * for ROC that takes as long as the batch is large, however many scores came before, and as much memory again.
 *
 * With `numThresholds` or `thresholds` it is the approximation of Keras 3.16, with the same result as
 * `AUC(num_thresholds=200)`, Keras' default. It takes scores in [0, 1] and is wrong where they crowd between two
 * thresholds: scores all below 1/199 give 0.5, however well they rank.
 *
 * In [0, 1] (PRGAIN: at most 1). Labels are 0 and 1 in the shape of the predictions, or class numbers beside a score of each
 * class; those between 0 and 1 count as 1, as in Keras. Where all samples are of one class, the ROC area is
 * NaN, and `multiLabel` leaves such a column out of the mean; the PR area is 0 without positive and 1 without negative
 * samples, as in Keras. A NaN among labels, predictions or weights makes the result NaN.
 *
 * @throws RangeError when an option, the shape of a batch or a label is out of range
 * @throws TypeError when options do not go together
 * @example
 * ```ts
 * const auc = new AUC();
 * auc.updateState([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * auc.result(); // 0.75
 * auc.confidenceInterval(0.9); // [0.1685, 1]
 * auc.curve().points.map(({ x, y }) => [x, y]); // [[1, 1], [0.5, 1], [0.5, 0.5], [0, 0.5], [0, 0]]
 * const likeKeras = new AUC({ numThresholds: 200, curve: "PR" });
 * likeKeras.updateState([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * likeKeras.result(); // 0.7973
 * ```
 */
export class AUC extends Metric {
  readonly #args: AUCArgs;
  readonly #columns: AreaList<CurveArea>;
  #result: number | undefined;

  constructor(given: AUCArgs = {}) {
    const args = takeOptions(
      "AUC",
      given,
      [
        "curve",
        "numThresholds",
        "thresholds",
        "summationMethod",
        "multiLabel",
        "numLabels",
        "labelWeights",
        "fromLogits",
        "maxScores",
        "name",
      ],
      new.target !== AUC,
    );
    super(args, { name: "auc", direction: "max" });
    checkAucArgs(args);
    this.#args = args;
    this.#columns = this.addState(new AreaList(() => newArea(args)));
  }

  override updateState(yTrue: MetricInput, yPred: MetricInput, sampleWeight?: MetricInput): void {
    const [truth, predictions] = fittingLabels(
      "AUC",
      this.read(yTrue, "yTrue"),
      this.read(yPred, "yPred"),
    );
    const weights = fittingWeights("AUC", this.readWeights(sampleWeight), predictions.shape);
    if (checkBinaryLabels("AUC", truth.values, weights)) {
      this.remark("labels between 0 and 1 count as 1, as in Keras");
    }
    if (isBinned(this.#args) && !this.#args.fromLogits && hasOutsideUnit(predictions.values)) {
      this.remark(OUTSIDE_UNIT);
    }
    this.#reserve(predictions.shape);
    this.#result = undefined;
    // A NaN has no place among scores, and makes the result NaN anyway.
    if (this.nanCount > 0) return;
    const { areas } = this.#columns;
    const labelWeights = this.#args.multiLabel ? undefined : this.#args.labelWeights;
    const isLogit = this.#args.fromLogits === true && isBinned(this.#args);
    for (let i = 0; i < predictions.values.length; i++) {
      const labelWeight = labelWeights?.[i % labelWeights.length] ?? 1;
      const given = predictions.values[i] ?? 0;
      areas[i % areas.length]?.add(
        truth.values[i] !== 0,
        isLogit ? sigmoid(given) : given,
        (weights?.[i] ?? 1) * labelWeight,
      );
    }
  }

  override result(): number {
    this.#result ??= this.nanCount > 0 ? Number.NaN : this.#weighedArea();
    return this.#result;
  }

  override get resultCost(): "batch" | "samples" {
    const { curve = "ROC" } = this.#args;
    return curve === "ROC" || isBinned(this.#args) ? "batch" : "samples";
  }

  override resetState(): void {
    super.resetState();
    this.#result = undefined;
  }

  override merge(other: this): void {
    super.merge(other);
    this.#result = undefined;
  }

  override setState(state: Parameters<Metric["setState"]>[0]): void {
    super.setState(state);
    this.#result = undefined;
  }

  /** Whether the area is computed from all scores: not with thresholds, nor beyond `maxScores`. */
  get isExact(): boolean {
    return this.#columns.areas.every((area) => area instanceof ExactArea && area.isExact);
  }

  /**
   * How far `result()` may be from the exact area: 0 while it is exact; beyond `maxScores`, for ROC, half the share of pairs of
   * a positive and a negative sample whose scores were merged. NaN where it is not known: with thresholds, and for other
   * curves beyond `maxScores`.
   */
  get errorBound(): number {
    return Math.max(0, ...this.#columns.areas.map((area) => area.errorBound()));
  }

  /**
   * Where the area lies among all such samples, with this confidence, by DeLong's method.
   *
   * `area ± z · SE`, cut off at 0 and 1; `[NaN, NaN]` with fewer than two samples of a class. With sample weights the
   * variance is that of weighted means.
   *
   * @param level the confidence, in (0, 1)
   * @throws RangeError when the level is not in (0, 1)
   * @throws TypeError for another curve than ROC, with thresholds or `multiLabel`, and where `maxScores` has merged weights
   */
  confidenceInterval(level: number = 0.95): Interval {
    checkLevel("AUC", level);
    const { curve = "ROC", multiLabel } = this.#args;
    const [area] = this.#columns.areas;
    if (curve !== "ROC" || multiLabel || isBinned(this.#args)) {
      throw new TypeError(
        `AUC: confidenceInterval() needs the exact area under one ROC curve: new AUC(). Received: ${describeReceived(this.#args)}`,
      );
    }
    if (this.nanCount > 0 || !(area instanceof ExactArea)) return [Number.NaN, Number.NaN];
    const error = area.standardError();
    if (error === undefined) {
      throw new TypeError(
        "AUC: confidenceInterval() needs every weight, and maxScores has merged some of them. Give a higher maxScores",
      );
    }
    const reach = normalQuantile((1 + level) / 2) * error;
    return [Math.max(0, this.result() - reach), Math.min(1, this.result() + reach)];
  }

  /**
   * The curve, in few enough points for a chart. It is lossless if all points fit, and has every corner of its upper convex hull if
   * these fit.
   *
   * @throws RangeError when an option is out of range
   * @throws TypeError when there is no such option
   */
  curve(args: AUCCurveArgs = {}): AUCCurve {
    const { maxPoints = 500, label = 0 } = takeOptions("AUC.curve", args, ["maxPoints", "label"]);
    if (!(Number.isSafeInteger(maxPoints) && maxPoints >= 3)) {
      throw new RangeError(
        `AUC: maxPoints must be a whole number of at least 3. Received: ${describeReceived(maxPoints)}`,
      );
    }
    const { curve: kind = "ROC" } = this.#args;
    const { areas } = this.#columns;
    const area = areas[label];
    if (area === undefined && (areas.length > 0 || label !== 0)) {
      throw new RangeError(
        `AUC: label must be a column of ${areas.length}. Received: ${describeReceived(label)}`,
      );
    }
    const counts = area?.counts();
    const points = counts === undefined ? [] : curvePoints(kind, counts);
    return {
      kind,
      points: thinCurve(
        points.map(([x, y], i) => ({ x, y, threshold: counts?.thresholds[i] ?? Number.NaN })),
        maxPoints,
      ),
      area:
        this.nanCount > 0 || (area && isUndefinedArea(kind, area))
          ? Number.NaN
          : (area?.area() ?? 0),
      isExact: this.isExact,
      errorBound: area?.errorBound() ?? 0,
    };
  }

  protected override undefinedReason(): string | undefined {
    return undefinedAreas(this.#args.curve ?? "ROC", this.#columns.areas);
  }

  protected override resultRemarks(): readonly string[] {
    return oneClassRemarks(this.#args.curve ?? "ROC", this.#columns.areas);
  }

  #weighedArea(): number {
    if (this.undefinedReason() !== undefined) return Number.NaN;
    const labelWeights = this.#args.multiLabel ? this.#args.labelWeights : undefined;
    let sum = 0;
    let weights = 0;
    for (const [column, area] of this.#columns.areas.entries()) {
      if (isUndefinedArea(this.#args.curve ?? "ROC", area)) continue;
      const weight = labelWeights?.[column] ?? 1;
      sum += weight * area.area();
      weights += weight;
    }
    return divideNoNan(sum, weights);
  }

  /** Checks the columns of a batch, and makes an area for each at the first one. */
  #reserve(shape: readonly number[]): void {
    const { multiLabel, numLabels, labelWeights } = this.#args;
    if (multiLabel && shape.length < 2) {
      throw new RangeError(`AUC: multiLabel needs shape [n, labels]. Received: [${shape}]`);
    }
    const columns = shape.at(-1) ?? 1;
    const known = this.#columns.areas.length;
    const before = multiLabel && known > 0 ? known : undefined;
    const expected = labelWeights?.length ?? numLabels ?? before ?? columns;
    if (columns !== expected) {
      throw new RangeError(
        `AUC: predictions must have ${expected} labels. Received: shape [${shape}]`,
      );
    }
    this.#columns.reserve(multiLabel ? columns : 1);
  }
}

Object.defineProperty(AUC.prototype, triesLabels, { value: AUC.prototype.updateState });

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
