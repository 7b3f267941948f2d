import { triesLabels } from "../../any-metric/metric-marker.ts";
import { checkBinaryLabels } from "../../arrays/check-binary-labels.ts";
import { divideNoNan } from "../../arrays/divide-no-nan.ts";
import { fittingLabels } from "../../arrays/fitting-labels.ts";
import { fittingWeights } from "../../arrays/fitting-weights.ts";
import { hasOutsideUnit } from "../../arrays/has-outside-unit.ts";
import type { MetricInput } from "../../arrays/host-array.ts";
import { OUTSIDE_UNIT } from "../../arrays/outside-unit.ts";
import { pickClass } from "../../arrays/pick-class.ts";
import { ConfusionCounts } from "../../curves/confusion-counts.ts";
import { type CountsAtScores, countsAtEveryScore } from "../../curves/counts-at-every-score.ts";
import { missingClass } from "../../curves/missing-class.ts";
import { RunningOrder } from "../../curves/running-order.ts";
import { ScoreSet } from "../../curves/score-set.ts";
import { describeReceived } from "../../text/describe-received.ts";
import { Metric, type MetricArgs, type MetricDefaults } from "../metric.ts";

export interface ConstraintMetricArgs extends MetricArgs {
  /**
   * Looks for the threshold among this many, spaced evenly over [0, 1], as Keras does, whose default is 200. With 1, the threshold is 0.5.
   *
   * @default absent: every score is tried, so that the result is exact
   */
  readonly numThresholds?: number;
  /**
   * Looks at this class alone: a column, counted from 0, of labels and predictions of shape `[n, classes]`.
   *
   * @default absent: all classes count together
   */
  readonly classId?: number;
  /**
   * How many scores to keep at most. Beyond that, neighbouring scores are merged, and `isExact` is false. At least 100.
   *
   * @default 10_000_000
   */
  readonly maxScores?: number;
}

/** The rate that a class of this family bounds, and the rate that it maximizes. */
interface Constraint {
  readonly option: string;
  readonly bound: unknown;
  readonly held: Rate;
  readonly sought: Rate;
}

/** The best value of all thresholds, and the threshold that reaches it. */
interface BestThreshold {
  readonly value: number;
  readonly threshold: number;
}

/** A rate that is computed from counts. */
type Rate = "precision" | "recall" | "specificity";

type Compute = (tp: number, fp: number, tn: number, fn: number) => number;

/** Smaller differences are rounding errors of sums of weights. */
const TOLERANCE = 1e-12;

const rates: Record<Rate, Compute> = {
  precision: (tp, fp) => divideNoNan(tp, tp + fp),
  recall: (tp, _fp, _tn, fn) => divideNoNan(tp, tp + fn),
  specificity: (_tp, fp, tn) => divideNoNan(tn, tn + fp),
};

/** Base class of the metrics that give the best of one rate while another keeps to a bound. */
export abstract class ConstraintMetric extends Metric {
  readonly #counts: ConfusionCounts | undefined;
  readonly #scores: ScoreSet | undefined;
  readonly #order: RunningOrder | undefined;
  readonly #thresholds: readonly number[];
  readonly #constraint: Constraint;
  readonly #classId: number | undefined;
  #best: BestThreshold | undefined;

  protected constructor(
    args: ConstraintMetricArgs,
    defaults: MetricDefaults,
    constraint: Constraint,
  ) {
    super(args, defaults);
    checkArgs(this.constructor.name, args, constraint);
    const { numThresholds } = args;
    this.#constraint = constraint;
    this.#classId = args.classId;
    this.#thresholds = numThresholds === undefined ? [] : evenly(numThresholds);
    if (numThresholds === undefined) {
      this.#scores = this.addState(new ScoreSet(args.maxScores));
      this.#order = new RunningOrder(this.#scores);
    } else this.#counts = this.addState(new ConfusionCounts(this.#thresholds));
  }

  override updateState(yTrue: MetricInput, yPred: MetricInput, sampleWeight?: MetricInput): void {
    const owner = this.constructor.name;
    let [truth, predictions] = fittingLabels(
      owner,
      this.read(yTrue, "yTrue"),
      this.read(yPred, "yPred"),
    );
    const given = this.readWeights(sampleWeight);
    if (this.#classId !== undefined) {
      truth = pickClass(owner, truth, this.#classId);
      predictions = pickClass(owner, predictions, this.#classId);
    }
    const weights = fittingWeights(owner, given, predictions.shape);
    if (checkBinaryLabels(owner, truth.values, weights)) {
      this.remark("labels between 0 and 1 count as 1, as in Keras");
    }
    if (this.#counts !== undefined && hasOutsideUnit(predictions.values)) {
      this.remark(OUTSIDE_UNIT);
    }
    this.#best = undefined;
    // A NaN is no score, and makes the result NaN anyway.
    if (this.nanCount > 0) return;
    const samples = this.#scores ?? this.#counts;
    for (let i = 0; i < predictions.values.length; i++) {
      samples?.add(truth.values[i] !== 0, predictions.values[i] ?? 0, weights?.[i] ?? 1);
    }
  }

  override result(): number {
    return this.#findBest().value;
  }

  /** The threshold that reaches the result: scores above it are called positive. NaN where no threshold keeps to the bound. */
  get threshold(): number {
    return this.#findBest().threshold;
  }

  /** Whether every score was tried as a threshold: not with `numThresholds`, nor beyond `maxScores`. */
  get isExact(): boolean {
    return this.#scores?.isExact ?? false;
  }

  override get resultCost(): "batch" | "samples" {
    return this.#scores === undefined ? "batch" : "samples";
  }

  override resetState(): void {
    super.resetState();
    this.#best = undefined;
  }

  override merge(other: this): void {
    super.merge(other);
    this.#best = undefined;
  }

  override setState(state: Parameters<Metric["setState"]>[0]): void {
    super.setState(state);
    this.#best = undefined;
  }

  protected override undefinedReason(): string | undefined {
    const { held, sought } = this.#constraint;
    return [held, sought].includes("specificity") ? missingClass(this.#seen()) : undefined;
  }

  protected override resultRemarks(): readonly string[] {
    const seen = this.#seen();
    const missing = missingClass(seen);
    return missing === undefined || this.undefinedReason() !== undefined
      ? []
      : [
          `${missing}, so the value is ${Number(seen.hasPositives)} for any predictions, as in Keras`,
        ];
  }

  #findBest(): BestThreshold {
    this.#best ??=
      this.nanCount > 0 || this.undefinedReason() !== undefined
        ? { value: Number.NaN, threshold: Number.NaN }
        : bestOf(this.#allCounts(), this.#constraint);
    return this.#best;
  }

  #seen(): ScoreSet | ConfusionCounts {
    return this.#scores ?? (this.#counts as ConfusionCounts);
  }

  #allCounts(): CountsAtScores {
    if (this.#order !== undefined) return countsAtEveryScore(this.#order.sides());
    const thresholds = Float64Array.from(this.#thresholds);
    return { ...(this.#counts as ConfusionCounts).counts(), thresholds };
  }
}

Object.defineProperty(ConstraintMetric.prototype, triesLabels, {
  value: ConstraintMetric.prototype.updateState,
});

function bestOf(counts: CountsAtScores, { bound, held, sought }: Constraint): BestThreshold {
  const { truePositives, falsePositives, trueNegatives, falseNegatives, thresholds } = counts;
  const least = (bound as number) - TOLERANCE;
  const [rateHeld, rateSought] = [rates[held], rates[sought]];
  let [value, threshold] = [0, Number.NaN];
  for (let i = 0; i < thresholds.length; i++) {
    const tp = truePositives[i] as number;
    const fp = falsePositives[i] as number;
    const tn = trueNegatives[i] as number;
    const fn = falseNegatives[i] as number;
    if (rateHeld(tp, fp, tn, fn) < least) continue;
    const reached = rateSought(tp, fp, tn, fn);
    // Of equally good thresholds, the highest calls the fewest positive.
    if (reached >= value) [value, threshold] = [reached, thresholds[i] as number];
  }
  return { value, threshold };
}

function evenly(count: number): readonly number[] {
  return count === 1 ? [0.5] : Array.from({ length: count }, (_, i) => i / (count - 1));
}

function checkArgs(owner: string, args: ConstraintMetricArgs, { option, bound }: Constraint): void {
  if (typeof bound !== "number") {
    throw new TypeError(
      `${owner}: ${option} must be given, a number in [0, 1]. Received: ${describeReceived(bound)}`,
    );
  }
  if (!(bound >= 0 && bound <= 1)) {
    throw new RangeError(`${owner}: ${option} must be in [0, 1]. Received: ${bound}`);
  }
  const least = { numThresholds: 1, classId: 0, maxScores: 100 };
  for (const [key, lowest] of Object.entries(least)) {
    const value: unknown = Reflect.get(args, key);
    if (value === undefined || (Number.isSafeInteger(value) && (value as number) >= lowest))
      continue;
    throw new RangeError(
      `${owner}: ${key} must be a whole number of at least ${lowest}. Received: ${describeReceived(value)}`,
    );
  }
  if (args.maxScores !== undefined && args.numThresholds !== undefined) {
    throw new TypeError(
      `${owner}: maxScores is for the exact result, which numThresholds replaces. Received: both`,
    );
  }
}
