import { triesLabels } from "../../any-metric/metric-marker.ts";
import { argMax } from "../../arrays/arg-max.ts";
import { checkBinaryLabels } from "../../arrays/check-binary-labels.ts";
import { fittingWeights } from "../../arrays/fitting-weights.ts";
import type { HostArray, MetricInput } from "../../arrays/host-array.ts";
import { isOutsideUnit } from "../../arrays/is-outside-unit.ts";
import { oneHotLabels } from "../../arrays/one-hot-labels.ts";
import { perRow } from "../../arrays/per-row.ts";
import { sameShape } from "../../arrays/same-shape.ts";
import { takeOptions } from "../../options/take-options.ts";
import { Variable } from "../../state/variable.ts";
import { describeReceived } from "../../text/describe-received.ts";
import { categoricalMatches } from "../accuracy/categorical-matches.ts";
import { Metric, type MetricArgs } from "../metric.ts";
import { isOneColumn } from "./is-one-column.ts";

export interface ExpectedCalibrationErrorArgs extends MetricArgs {
  /** @default "expected_calibration_error" */
  readonly name?: string;
  /**
   * How many bins of equal width [0, 1] is cut into. At least 1.
   *
   * @default 15
   */
  readonly numBins?: number;
}

/** One bin of a reliability curve. */
export interface ReliabilityBin {
  /** Confidences above this, and of the first bin from it on, are in the bin. */
  readonly low: number;
  /** Confidences up to this are in the bin. */
  readonly high: number;
  /** The mean confidence in the bin, NaN where it is empty. */
  readonly confidence: number;
  /** How often it was right, NaN where it is empty. */
  readonly accuracy: number;
  /** The weight of its samples. */
  readonly weight: number;
}

/**
 * How far the confidence of predictions is from how often they are right.
 *
 * `result()` is `Σ wᵦ/w · |accuracyᵦ − confidenceᵦ|` over bins of confidence, in [0, 1], and 0 before any update. For one
 * probability a sample, `[n]` or `[n, 1]`, the confidence is the probability and the accuracy the share of positives; for
 * `[n, classes]` it is the highest probability, and the share of rows whose class it is. Labels are of the same shape, or
 * class numbers. Predictions are probabilities, not logits. A NaN makes the result NaN.
 *
 * Not in Keras. (Guo et al. 2017, "On calibration of modern neural networks".)
 *
 * @throws RangeError when numBins is not a whole number above 0, the shapes do not fit, or a prediction is not in [0, 1]
 * @example
 * ```ts
 * const error = new ExpectedCalibrationError({ numBins: 2 });
 * error.updateState([0, 1, 1, 0], [0.3, 0.4, 0.9, 0.7]);
 * error.result(); // 0.225
 * error.reliabilityCurve()[1]; // { low: 0.5, high: 1, confidence: 0.8, accuracy: 0.5, weight: 2 }
 * ```
 */
export class ExpectedCalibrationError extends Metric {
  readonly #numBins: number;
  readonly #weights = this.addState(new Variable());
  readonly #confidences = this.addState(new Variable());
  readonly #hits = this.addState(new Variable());

  constructor(given: ExpectedCalibrationErrorArgs = {}) {
    const args = takeOptions(
      "ExpectedCalibrationError",
      given,
      ["numBins", "name"],
      new.target !== ExpectedCalibrationError,
    );
    super(args, { name: "expected_calibration_error", direction: "min" });
    const { numBins = 15 } = args;
    if (!(Number.isSafeInteger(numBins) && numBins > 0)) {
      throw new RangeError(
        `ExpectedCalibrationError: numBins must be a whole number above 0. Received: ${describeReceived(numBins)}`,
      );
    }
    this.#numBins = numBins;
  }

  override updateState(yTrue: MetricInput, yPred: MetricInput, sampleWeight?: MetricInput): void {
    const owner = "ExpectedCalibrationError";
    const { confidences, hits } = judge(
      owner,
      this.read(yTrue, "yTrue"),
      this.read(yPred, "yPred"),
    );
    const weights = fittingWeights(owner, this.readWeights(sampleWeight), confidences.shape);
    checkBinaryLabels(owner, hits.values, weights);
    const bins = Array.from(confidences.values, (confidence) => this.#binOf(confidence));
    for (const sums of [this.#weights, this.#confidences, this.#hits]) sums.reserve(this.#numBins);
    for (const [i, bin] of bins.entries()) {
      const weight = weights?.[i] ?? 1;
      this.#weights.add(weight, bin);
      this.#confidences.add(weight * (confidences.values[i] ?? 0), bin);
      this.#hits.add(weight * (hits.values[i] ?? 0), bin);
    }
  }

  override result(): number {
    const weight = this.#weights.values.reduce((sum, each) => sum + each, 0);
    if (weight === 0) return 0;
    let gaps = 0;
    for (const [bin, hits] of this.#hits.values.entries()) {
      gaps += Math.abs(hits - (this.#confidences.values[bin] ?? 0));
    }
    return gaps / weight;
  }

  /** Confidence against accuracy in each bin: what a reliability diagram draws. */
  reliabilityCurve(): readonly ReliabilityBin[] {
    return Array.from({ length: this.#numBins }, (_, bin) => {
      const weight = this.#weights.values[bin] ?? 0;
      return {
        low: bin / this.#numBins,
        high: (bin + 1) / this.#numBins,
        confidence: (this.#confidences.values[bin] ?? 0) / weight,
        accuracy: (this.#hits.values[bin] ?? 0) / weight,
        weight,
      };
    });
  }

  #binOf(confidence: number): number {
    if (isOutsideUnit(confidence)) {
      throw new RangeError(
        `ExpectedCalibrationError: yPred must be probabilities in [0, 1]. Received: ${confidence}`,
      );
    }
    // A NaN is in the first bin, whose sums it makes NaN.
    const bin = Math.ceil((confidence || 0) * this.#numBins) - 1;
    return Math.min(Math.max(0, bin), this.#numBins - 1);
  }
}

Object.defineProperty(ExpectedCalibrationError.prototype, triesLabels, {
  value: ExpectedCalibrationError.prototype.updateState,
});

/** How sure each prediction was, and 1 where it was right. */
function judge(owner: string, yTrue: HostArray, yPred: HostArray) {
  if (isOneColumn(yPred)) {
    const [hits, confidences] = sameShape(owner, yTrue, yPred);
    return { confidences, hits };
  }
  const labels = oneHotLabels(owner, yTrue, yPred);
  const highest = (start: number, width: number) => argMax(yPred.values, start, width);
  return {
    confidences: perRow(
      yPred,
      (start, width) => yPred.values[start + highest(start, width)] ?? Number.NaN,
    ),
    hits: categoricalMatches(labels, yPred),
  };
}
