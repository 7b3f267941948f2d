import { type HostArray, type MetricInput, toHostArray } from "../../arrays/host-array.ts";
import { sameShape } from "../../arrays/same-shape.ts";
import { Metric } from "../metric.ts";
import { WeightedMean } from "./weighted-mean.ts";

/** Base class of the metrics that are the mean of a value computed from each sample alone. */
export abstract class MeanMetric extends Metric {
  readonly #mean = new WeightedMean();

  /** The value of each sample, or of each of its parts, from labels and predictions of the same shape. */
  protected abstract sampleValues(yTrue: HostArray, yPred: HostArray): HostArray;

  override updateState(yTrue: MetricInput, yPred: MetricInput, sampleWeight?: MetricInput): void {
    const owner = this.constructor.name;
    const [truth, predictions] = sameShape(owner, yTrue, yPred);
    const weights =
      sampleWeight === undefined ? undefined : toHostArray(sampleWeight, `${owner}: sampleWeight`);
    this.#mean.add(owner, this.sampleValues(truth, predictions), weights);
  }

  override result(): number {
    return this.#mean.result();
  }

  override resetState(): void {
    this.#mean.reset();
  }
}
