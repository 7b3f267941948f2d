import { elementwise } from "../../arrays/elementwise.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { lastAxisMean } from "../../arrays/last-axis-mean.ts";
import { sameValues } from "../../arrays/same-values.ts";
import { MeanMetric } from "./mean-metric.ts";

/** Base class of the metrics that compute an error from each label and its prediction, and average it. */
export abstract class MeanErrorMetric extends MeanMetric {
  /** The error of one prediction. */
  protected abstract error(truth: number, prediction: number): number;

  protected override align(yTrue: HostArray, yPred: HostArray): readonly [HostArray, HostArray] {
    return sameValues(this.constructor.name, yTrue, yPred);
  }

  protected override sampleValues(yTrue: HostArray, yPred: HostArray): HostArray {
    return lastAxisMean(
      elementwise(yTrue, yPred, (truth, prediction) => this.error(truth, prediction)),
    );
  }
}
