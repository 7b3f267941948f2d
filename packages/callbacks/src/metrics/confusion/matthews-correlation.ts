import { takeOptions } from "../../options/take-options.ts";
import { ConfusionMetric, type ConfusionMetricArgs } from "./confusion-metric.ts";
import { oneClassRemark } from "./one-class-remark.ts";
import { checkZeroDivision, type ZeroDivision } from "./zero-division.ts";

export interface MatthewsCorrelationArgs extends ConfusionMetricArgs {
  /** @default "matthews_correlation" */
  readonly name?: string;
  /**
   * The result where all samples are of one class, or all are predicted to be: 0, 1 or NaN.
   *
   * @default 0
   */
  readonly zeroDivision?: ZeroDivision;
}

/**
 * The correlation between labels and predicted classes: a fair score also where one class is rare.
 *
 * `result()` is, for two classes, `(TP · TN − FP · FN) / √((TP + FP)(TP + FN)(TN + FP)(TN + FN))`, and Gorodkin's R_K for more;
 * in [−1, 1]; `zeroDivision` where all samples are of one class or predicted to be; 0 before any update. Predictions are of shape
 * `[n, classes]`, one probability a sample, or class numbers with `numClasses`; labels are one-hot or class numbers. A NaN
 * makes the result NaN.
 *
 * Not in Keras. (Matthews 1975; Gorodkin 2004, "Comparing two K-category assignments by a K-category correlation
 * coefficient".)
 *
 * @throws RangeError when an option is out of range, the shapes do not fit or a label is no class
 * @example
 * ```ts
 * const correlation = new MatthewsCorrelation();
 * correlation.updateState([1, 0, 1, 1, 0], [0.9, 0.2, 0.4, 0.8, 0.7]);
 * correlation.result(); // 0.16667
 * ```
 */
export class MatthewsCorrelation extends ConfusionMetric {
  readonly #zeroDivision: number;

  constructor(given: MatthewsCorrelationArgs = {}) {
    const args = takeOptions(
      "MatthewsCorrelation",
      given,
      ["numClasses", "threshold", "ignoreClass", "zeroDivision", "name"],
      new.target !== MatthewsCorrelation,
    );
    super(args, { name: "matthews_correlation", direction: "max" });
    const { zeroDivision = 0 } = args;
    checkZeroDivision("MatthewsCorrelation", zeroDivision);
    this.#zeroDivision = zeroDivision;
  }

  protected override resultRemarks(): readonly string[] {
    return oneClassRemark(this.counts.actual());
  }

  override result(): number {
    const { counts } = this;
    const [actual, predicted] = [counts.actual(), counts.predicted()];
    const all = total(actual);
    if (all === 0) return 0;
    const hits = total(counts.hits());
    const product = total(actual.map((own, i) => own * (predicted[i] ?? 0)));
    const actualSpread = all ** 2 - total(actual.map((own) => own ** 2));
    const predictedSpread = all ** 2 - total(predicted.map((own) => own ** 2));
    const spread = Math.sqrt(actualSpread) * Math.sqrt(predictedSpread);
    return spread === 0 ? this.#zeroDivision : (hits * all - product) / spread;
  }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
