import { triesLabels } from "../../any-metric/metric-marker.ts";
import { fittingWeights } from "../../arrays/fitting-weights.ts";
import type { MetricInput } from "../../arrays/host-array.ts";
import { meanOf } from "../../arrays/mean-of.ts";
import { sameShape } from "../../arrays/same-shape.ts";
import { takeOptions } from "../../options/take-options.ts";
import { CoMoments } from "../../state/co-moments.ts";
import { Variable } from "../../state/variable.ts";
import { describeReceived } from "../../text/describe-received.ts";
import { Metric, type MetricArgs } from "../metric.ts";

/** How the scores of several outputs become one; `"none"`, or `null` as in Keras, gives a list. */
export type ClassAggregation = "uniform_average" | "variance_weighted_average" | "none" | null;

export interface R2ScoreArgs<Aggregation extends ClassAggregation = ClassAggregation>
  extends MetricArgs {
  /** @default "r2_score" */
  readonly name?: string;
  /**
   * How the scores of several outputs become one: their mean, their mean weighed by the variance of the labels, or
   * `"none"`, or `null` as in Keras, for a list of one for each.
   *
   * @default "uniform_average"
   */
  readonly classAggregation?: Aggregation;
  /**
   * How many inputs the model had, for the adjusted R²; 0 gives the plain one.
   *
   * @default 0
   */
  readonly numRegressors?: number;
}

const aggregations: readonly unknown[] = ["uniform_average", "variance_weighted_average", "none"];

/**
 * The share of the labels' variance that predictions explain.
 *
 * `result()` is `1 − Σ (yTrue − yPred)² / Σ (yTrue − mean)²` over all samples of the pass, at most 1; 0 is as good as always
 * predicting the mean, and it may be negative; 0 before any update. With `numRegressors`, `1 − (1 − R²)(n − 1) / (n − p − 1)`,
 * n being the samples of a weight other than 0. Labels that are all the same give 1 where every prediction is right, else 0.
 * Labels and predictions are of shape `[n]`, `[n, 1]` or `[n, outputs]`; the steps of `[n, steps, outputs]` are samples. A NaN makes the result NaN.
 *
 * As `R2Score` of Keras 3.16, whose float32 sums cancel for labels far from 0.
 *
 * @throws RangeError when an option or the shape of a batch is out of range
 * @example
 * ```ts
 * const score = new R2Score();
 * score.updateState([[1], [4], [3]], [[2], [4], [4]]);
 * score.result(); // 0.57143
 * const each = new R2Score({ classAggregation: "none" });
 * each.updateState([[1, 2], [2, 4], [3, 6]], [[1, 2], [2, 5], [3, 7]]);
 * each.result(); // [1, 0.75]
 * ```
 */
export class R2Score<const Aggregation extends ClassAggregation = "uniform_average"> extends Metric<
  Aggregation extends "none" | null ? readonly number[] : number
> {
  readonly #labels = this.addState(new CoMoments());
  readonly #residuals = this.addState(new Variable());
  readonly #samples = this.addVariable();
  readonly #aggregation: ClassAggregation;
  readonly #numRegressors: number;

  constructor(given: R2ScoreArgs<Aggregation> = {}) {
    const args = takeOptions(
      "R2Score",
      noneForNull(given),
      ["classAggregation", "numRegressors", "name"],
      new.target !== R2Score,
    );
    super(args, { name: "r2_score", direction: "max" });
    const { classAggregation = "uniform_average", numRegressors = 0 } = args;
    if (!aggregations.includes(classAggregation)) {
      throw new RangeError(
        `R2Score: classAggregation must be "uniform_average", "variance_weighted_average" or "none". Received: ${describeReceived(classAggregation)}`,
      );
    }
    if (!(Number.isSafeInteger(numRegressors) && numRegressors >= 0)) {
      throw new RangeError(
        `R2Score: numRegressors must be a whole number of at least 0. Received: ${describeReceived(numRegressors)}`,
      );
    }
    this.#aggregation = classAggregation;
    this.#numRegressors = numRegressors;
  }

  override updateState(yTrue: MetricInput, yPred: MetricInput, sampleWeight?: MetricInput): void {
    const predictions = this.read(yPred, "yPred");
    const [truth] = sameShape("R2Score", this.read(yTrue, "yTrue"), predictions);
    const { shape, values } = predictions;
    // Steps are samples of their own.
    const columns = shape.length < 2 ? 1 : (shape.at(-1) ?? 1);
    const weights = fittingWeights("R2Score", this.readWeights(sampleWeight), shape);
    if (values.length === 0) return;
    if (!this.#labels.reserve(columns) || !this.#residuals.reserve(columns)) {
      throw new RangeError(
        `R2Score: predictions must have the same number of outputs in each batch. Received: shape [${shape}] after ${this.#labels.columns}`,
      );
    }
    for (let i = 0; i < values.length; i++) {
      const column = i % columns;
      const [label, weight] = [truth.values[i] ?? 0, weights?.[i] ?? 1];
      this.#labels.add(column, label, 0, weight);
      this.#residuals.add(weight * (label - (values[i] ?? 0)) ** 2, column);
      if (column === 0 && weight !== 0) this.#samples.add(1);
    }
  }

  override result(): Aggregation extends "none" | null ? readonly number[] : number {
    const scores = Array.from(this.#residuals.values, (residual, column) =>
      shareExplained(residual, this.#labels.moments(column).squaresX),
    );
    const result =
      this.#aggregation === "none"
        ? scores.map((score) => this.#adjusted(score))
        : this.#adjusted(this.#average(scores));
    return result as Aggregation extends "none" | null ? readonly number[] : number;
  }

  protected override resultRemarks(): readonly string[] {
    const constant = this.#labels.constantColumns();
    const where = this.#labels.columns > 1 ? ` in columns ${constant.join(", ")}` : "";
    return constant.length === 0
      ? []
      : [`labels are all the same${where}: 1 where all predictions are right, else 0`];
  }

  #average(scores: readonly number[]): number {
    if (this.#aggregation === "uniform_average") return meanOf(scores);
    let [sum, variance] = [0, 0];
    for (const [column, score] of scores.entries()) {
      const { squaresX } = this.#labels.moments(column);
      sum += squaresX * score;
      variance += squaresX;
    }
    return variance === 0 ? meanOf(scores) : sum / variance;
  }

  #adjusted(score: number): number {
    const freedom = this.#samples.value - this.#numRegressors - 1;
    // Fewer samples than inputs: there is nothing to adjust by, as in Keras.
    if (this.#numRegressors === 0 || freedom <= 0) return score;
    return 1 - ((1 - score) * (this.#samples.value - 1)) / freedom;
  }
}

Object.defineProperty(R2Score.prototype, triesLabels, { value: R2Score.prototype.updateState });

/** `null` asks for no aggregation, as in Keras; it does not stand for an option that is absent. */
function noneForNull<Args extends R2ScoreArgs>(given: Args): Args {
  return given?.classAggregation === null ? { ...given, classAggregation: "none" } : given;
}

function shareExplained(residual: number, total: number): number {
  if (total === 0) return residual === 0 ? 1 : residual > 0 ? 0 : Number.NaN;
  return 1 - residual / total;
}
