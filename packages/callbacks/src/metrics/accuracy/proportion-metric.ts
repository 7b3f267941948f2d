import { checkLevel } from "../../intervals/check-level.ts";
import type { Interval } from "../../intervals/interval.ts";
import { wilsonInterval } from "../../intervals/wilson-interval.ts";
import { MeanMetric } from "../reduction/mean-metric.ts";

/** Base class of the metrics that are a share of samples. */
export abstract class ProportionMetric extends MeanMetric {
  /**
   * Where the share lies among all such samples, with this confidence: Wilson's score interval. With weights, the number
   * of samples that counts is `(Σ w)² / Σ w²`. Before any update it is `[0, 1]`.
   *
   * @param level the confidence, in (0, 1)
   * @throws RangeError when the level is not in (0, 1)
   */
  confidenceInterval(level: number = 0.95): Interval {
    checkLevel(this.constructor.name, level);
    return wilsonInterval(this.mean.result(), this.mean.effectiveCount(), level);
  }
}
