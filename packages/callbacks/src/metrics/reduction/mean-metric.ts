import { triesLabels } from "../../any-metric/metric-marker.ts";
import type { HostArray, MetricInput } from "../../arrays/host-array.ts";
import { sameShape } from "../../arrays/same-shape.ts";
import { WeightedMean } from "../../state/weighted-mean.ts";
import { Metric } from "../metric.ts";

/** Base class of the metrics that are the mean of a value computed from each sample alone. */
export abstract class MeanMetric extends Metric {
  protected readonly mean: WeightedMean = this.addState(new WeightedMean());

  /** The value of each sample, or of each of its parts, from labels and predictions of the same shape. */
  protected abstract sampleValues(yTrue: HostArray, yPred: HostArray): HostArray;

  /** Brings labels and predictions to shapes that `sampleValues` takes: by default to the same shape. */
  protected align(yTrue: HostArray, yPred: HostArray): readonly [HostArray, HostArray] {
    return sameShape(this.constructor.name, yTrue, yPred);
  }

  /** Throws for labels that the metric does not take, and remarks on others. */
  protected inspect(_yTrue: HostArray, _yPred: HostArray, _weights: HostArray | undefined): void {}

  override updateState(yTrue: MetricInput, yPred: MetricInput, sampleWeight?: MetricInput): void {
    const [truth, predictions] = this.align(this.read(yTrue, "yTrue"), this.read(yPred, "yPred"));
    const weights = this.readWeights(sampleWeight);
    if (predictions.values.length === 0) return;
    this.inspect(truth, predictions, weights);
    this.mean.add(this.constructor.name, this.sampleValues(truth, predictions), weights);
  }

  override result(): number {
    return this.mean.result();
  }
}

Object.defineProperty(MeanMetric.prototype, triesLabels, {
  value: MeanMetric.prototype.updateState,
});
