import { triesLabels } from "../../any-metric/metric-marker.ts";
import { axisLast } from "../../arrays/axis-last.ts";
import { fittingWeights } from "../../arrays/fitting-weights.ts";
import type { HostArray, MetricInput } from "../../arrays/host-array.ts";
import { meanOf } from "../../arrays/mean-of.ts";
import { perRow } from "../../arrays/per-row.ts";
import { sameShape } from "../../arrays/same-shape.ts";
import { CoMoments, type Moments } from "../../state/co-moments.ts";
import { WeightedMean } from "../../state/weighted-mean.ts";
import { describeReceived } from "../../text/describe-received.ts";
import { Metric, type MetricArgs, type MetricDefaults } from "../metric.ts";

export interface CorrelationMetricArgs extends MetricArgs {
  /**
   * Along which dimension labels and predictions are compared: `-1` compares them within each sample, and the result is
   * the mean over samples; `0` compares them over all samples of the pass, and the result is the mean over columns. With
   * one value a sample or step it is always the latter.
   *
   * @default -1
   */
  readonly axis?: number;
}

/** Base class of the correlations. */
export abstract class CorrelationMetric extends Metric {
  readonly #overSamples = this.addState(new CoMoments());
  readonly #withinSamples = this.addState(new WeightedMean());
  readonly #axis: number;

  protected constructor(args: CorrelationMetricArgs, defaults: MetricDefaults) {
    super(args, defaults);
    const { axis = -1 } = args;
    if (!Number.isSafeInteger(axis)) {
      throw new RangeError(
        `${this.constructor.name}: axis must be a whole number. Received: ${describeReceived(axis)}`,
      );
    }
    this.#axis = axis;
  }

  /** The correlation that these moments come to. */
  protected abstract correlation(moments: Moments): number;

  override updateState(yTrue: MetricInput, yPred: MetricInput, sampleWeight?: MetricInput): void {
    const owner = this.constructor.name;
    const predictions = this.read(yPred, "yPred");
    const { shape } = predictions;
    const [labels] = sameShape(owner, this.read(yTrue, "yTrue"), predictions);
    const truth = { values: labels.values, shape };
    const weights = this.readWeights(sampleWeight);
    // One value cannot be correlated with itself: all steps of all samples can.
    const isOverSamples = this.#axis === 0 || this.#axis === -shape.length;
    if (isOverSamples || shape.length < 2 || shape.at(this.#axis) === 1) {
      const columns = isOverSamples ? shape.slice(1).reduce((size, length) => size * length, 1) : 1;
      this.#addSamples(truth, predictions, columns, fittingWeights(owner, weights, shape));
    } else {
      const values = this.#withinRows(
        axisLast(owner, truth, this.#axis),
        axisLast(owner, predictions, this.#axis),
      );
      this.#withinSamples.add(owner, values, weights);
    }
  }

  override result(): number {
    const { columns } = this.#overSamples;
    if (columns === 0) return this.#withinSamples.result();
    if (this.undefinedReason() !== undefined) return Number.NaN;
    const constant = this.#overSamples.constantColumns();
    const varying = Array.from({ length: columns }, (_, column) => column).filter(
      (column) => !constant.includes(column),
    );
    return meanOf(varying.map((column) => this.correlation(this.#overSamples.moments(column))));
  }

  protected override undefinedReason(): string | undefined {
    const { columns } = this.#overSamples;
    const isConstant = columns > 0 && this.#overSamples.constantColumns().length === columns;
    return isConstant ? "labels are all the same" : undefined;
  }

  protected override resultRemarks(): readonly string[] {
    const constant = this.#overSamples.constantColumns();
    return constant.length === 0 || constant.length === this.#overSamples.columns
      ? []
      : [`columns whose labels are all the same are left out of the mean: ${constant.join(", ")}`];
  }

  #addSamples(
    truth: HostArray,
    { values, shape }: HostArray,
    columns: number,
    weights: ArrayLike<number> | undefined,
  ): void {
    if (values.length === 0) return;
    if (!this.#overSamples.reserve(columns)) {
      throw new RangeError(
        `${this.constructor.name}: predictions must have the same number of columns in each batch. Received: shape [${shape}] after ${this.#overSamples.columns} columns`,
      );
    }
    for (let i = 0; i < values.length; i++) {
      this.#overSamples.add(i % columns, truth.values[i] ?? 0, values[i] ?? 0, weights?.[i] ?? 1);
    }
  }

  #withinRows(truth: HostArray, predictions: HostArray): HostArray {
    return perRow(predictions, (start, width) => {
      const moments = new CoMoments();
      moments.reserve(1);
      for (let i = start; i < start + width; i++) {
        moments.add(0, truth.values[i] ?? 0, predictions.values[i] ?? 0, 1);
      }
      return this.correlation(moments.moments(0));
    });
  }
}

Object.defineProperty(CorrelationMetric.prototype, triesLabels, {
  value: CorrelationMetric.prototype.updateState,
});
