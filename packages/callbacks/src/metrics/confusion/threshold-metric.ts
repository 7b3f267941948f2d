import { triesLabels } from "../../any-metric/metric-marker.ts";
import { checkBinaryLabels } from "../../arrays/check-binary-labels.ts";
import { fittingLabels } from "../../arrays/fitting-labels.ts";
import { fittingWeights } from "../../arrays/fitting-weights.ts";
import { hasOutsideUnit } from "../../arrays/has-outside-unit.ts";
import type { MetricInput } from "../../arrays/host-array.ts";
import { keepTopK } from "../../arrays/keep-top-k.ts";
import { OUTSIDE_UNIT } from "../../arrays/outside-unit.ts";
import { pickClass } from "../../arrays/pick-class.ts";
import { type Confusion, ConfusionCounts } from "../../curves/confusion-counts.ts";
import { describeReceived } from "../../text/describe-received.ts";
import { Metric, type MetricArgs, type MetricDefaults } from "../metric.ts";
import type { PerThreshold } from "./per-threshold.ts";

export interface ThresholdMetricArgs<Thresholds extends number | readonly number[]>
  extends MetricArgs {
  /**
   * A prediction above this counts as positive, compared in float32. In [0, 1]; 0 suits logits. With a list of several
   * the result is a list of one value for each.
   *
   * @default 0.5; with `topK`, none: all that `topK` keeps count as positive
   */
  readonly thresholds?: Thresholds;
  /**
   * Counts only the k highest predictions of each row as positive, of equal ones the first. At least 1.
   *
   * @default absent: all predictions may be positive
   */
  readonly topK?: number;
  /**
   * Looks at this class alone: a column, counted from 0, of labels and predictions of shape `[n, classes]`.
   *
   * @default absent: all classes count together
   */
  readonly classId?: number;
}

/** Below every score, but above the value that replaces the scores that `topK` drops. */
const ANY_KEPT = -1e10;

/** Base class of the metrics computed from the counts of true and false decisions at one or more thresholds. */
export abstract class ThresholdMetric<
  Thresholds extends number | readonly number[] = number,
> extends Metric<PerThreshold<Thresholds>> {
  protected readonly counts: ConfusionCounts;
  readonly #thresholds: readonly number[];
  readonly #topK: number | undefined;
  readonly #classId: number | undefined;

  protected constructor(args: ThresholdMetricArgs<Thresholds>, defaults: MetricDefaults) {
    super(args, defaults);
    const { topK, classId } = args;
    const owner = this.constructor.name;
    if (topK !== undefined && !(Number.isSafeInteger(topK) && topK >= 1)) {
      throw new RangeError(
        `${owner}: topK must be a whole number above 0. Received: ${describeReceived(topK)}`,
      );
    }
    if (classId !== undefined && !(Number.isSafeInteger(classId) && classId >= 0)) {
      throw new RangeError(
        `${owner}: classId must be a whole number of at least 0. Received: ${describeReceived(classId)}`,
      );
    }
    this.#thresholds = thresholdList(owner, args.thresholds) ?? [
      topK === undefined ? 0.5 : ANY_KEPT,
    ];
    this.counts = this.addState(new ConfusionCounts(this.#thresholds));
    this.#topK = topK;
    this.#classId = classId;
  }

  /** The value at threshold `i`. */
  protected abstract valueAt(counts: Confusion, i: number): number;

  override updateState(yTrue: MetricInput, yPred: MetricInput, sampleWeight?: MetricInput): void {
    const owner = this.constructor.name;
    let [truth, predictions] = fittingLabels(
      owner,
      this.read(yTrue, "yTrue"),
      this.read(yPred, "yPred"),
    );
    const given = this.readWeights(sampleWeight);
    if (predictions.values.length === 0) return;
    if (this.#topK !== undefined) predictions = keepTopK(owner, predictions, this.#topK);
    if (this.#classId !== undefined) {
      truth = pickClass(owner, truth, this.#classId);
      predictions = pickClass(owner, predictions, this.#classId);
    }
    const weights = fittingWeights(owner, given, predictions.shape);
    if (checkBinaryLabels(owner, truth.values, weights)) {
      this.remark("labels between 0 and 1 count as 1, as in Keras");
    }
    const isOfProbabilities = this.#topK === undefined && this.#thresholds.some((each) => each > 0);
    if (isOfProbabilities && hasOutsideUnit(predictions.values)) {
      this.remark(OUTSIDE_UNIT);
    }
    for (let i = 0; i < predictions.values.length; i++) {
      const label = truth.values[i] ?? Number.NaN;
      const score = Number.isNaN(label) ? Number.NaN : (predictions.values[i] ?? Number.NaN);
      this.counts.add(label !== 0, score, weights?.[i] ?? 1);
    }
  }

  override result(): PerThreshold<Thresholds> {
    const counts = this.counts.counts();
    const values = Array.from(counts.truePositives, (_, i) => this.valueAt(counts, i));
    return (values.length === 1 ? values[0] : values) as PerThreshold<Thresholds>;
  }

  protected override partNames(): readonly string[] {
    return this.#thresholds.map(String);
  }
}

Object.defineProperty(ThresholdMetric.prototype, triesLabels, {
  value: ThresholdMetric.prototype.updateState,
});

function thresholdList(owner: string, given: unknown): readonly number[] | undefined {
  if (given === undefined) return undefined;
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  const wrong = list.findIndex((each) => typeof each !== "number" || !(each >= 0 && each <= 1));
  if (list.length === 0 || wrong >= 0) {
    const received = list.length === 0 ? "an empty list" : describeReceived(list[wrong]);
    throw new RangeError(`${owner}: thresholds must be in [0, 1]. Received: ${received}`);
  }
  return list as readonly number[];
}
