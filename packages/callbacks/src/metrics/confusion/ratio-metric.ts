import type { ConfusionCounts } from "../../curves/confusion-counts.ts";
import { checkLevel } from "../../intervals/check-level.ts";
import type { Interval } from "../../intervals/interval.ts";
import { wilsonInterval } from "../../intervals/wilson-interval.ts";
import type { MetricDefaults } from "../metric.ts";
import { ThresholdMetric, type ThresholdMetricArgs } from "./threshold-metric.ts";
import { checkZeroDivision, type ZeroDivision } from "./zero-division.ts";

export interface RatioMetricArgs<Thresholds extends number | readonly number[]>
  extends ThresholdMetricArgs<Thresholds> {
  /**
   * The result where there is nothing to divide by: 0, 1 or NaN.
   *
   * @default 0
   */
  readonly zeroDivision?: ZeroDivision;
}

/** Base class of precision and recall: shares of the samples that were called positive, or that are. */
export abstract class RatioMetric<
  Thresholds extends number | readonly number[] = number,
> extends ThresholdMetric<Thresholds> {
  readonly #zeroDivision: number;

  protected constructor(args: RatioMetricArgs<Thresholds>, defaults: MetricDefaults) {
    super(args, defaults);
    const { zeroDivision = 0 } = args;
    checkZeroDivision(this.constructor.name, zeroDivision);
    this.#zeroDivision = zeroDivision;
  }

  protected override resultRemarks(): readonly string[] {
    return this.counts.hasPositives || !this.counts.hasNegatives
      ? []
      : ["no label is positive, so the value does not tell how good predictions are"];
  }

  /** The effective number of samples in the denominator. */
  protected abstract effectiveCount(counts: ConfusionCounts): number;

  protected ratio(part: number, whole: number): number {
    return whole === 0 ? this.#zeroDivision : part / whole;
  }

  /**
   * Where the ratio lies among all such samples, with this confidence: Wilson's score interval. With weights, the number
   * of samples that counts is `(Σ w)² / Σ w²`. Where there is nothing to divide by it is `[0, 1]`.
   *
   * @param level the confidence, in (0, 1)
   * @throws RangeError when the level is not in (0, 1)
   * @throws TypeError when the metric has several thresholds
   */
  confidenceInterval(level: number = 0.95): Interval {
    checkLevel(this.constructor.name, level);
    const result: unknown = this.result();
    if (typeof result !== "number") {
      throw new TypeError(
        `${this.constructor.name}: confidenceInterval() needs a metric of one threshold. Received: several`,
      );
    }
    const count = this.effectiveCount(this.counts);
    return wilsonInterval(count === 0 ? 0 : result, count, level);
  }
}
