import { takeOptions } from "../../options/take-options.ts";
import { describeReceived } from "../../text/describe-received.ts";
import { ConfusionMetric, type ConfusionMetricArgs } from "./confusion-metric.ts";
import { oneClassRemark } from "./one-class-remark.ts";
import { checkZeroDivision, type ZeroDivision } from "./zero-division.ts";

export interface CohenKappaArgs extends ConfusionMetricArgs {
  /** @default "cohen_kappa" */
  readonly name?: string;
  /**
   * Whether a mistake weighs by how far the classes are apart: `"linear"` or `"quadratic"`, for classes that are grades.
   *
   * @default absent: every mistake weighs the same
   */
  readonly weights?: "linear" | "quadratic";
  /**
   * The result where chance alone agrees with everything, as with a single class: 0, 1 or NaN.
   *
   * @default 0
   */
  readonly zeroDivision?: ZeroDivision;
}

const weightings: readonly unknown[] = [undefined, "linear", "quadratic"];

/**
 * How far predictions agree with the labels beyond chance.
 *
 * `result()` is `1 − Σ w · observed / Σ w · expected` over the cells of the confusion matrix, `expected` being what the shares
 * of the classes alone would give and `w` 1 off the diagonal, the distance of the classes (`"linear"`) or its square
 * (`"quadratic"`). In [−1, 1]; 0 is chance, and before any update. Predictions are of shape `[n, classes]`, one probability a
 * sample, or class numbers with `numClasses`; labels are one-hot or class numbers. A NaN makes the result NaN.
 *
 * Not in Keras. (Cohen 1960, "A coefficient of agreement for nominal scales"; 1968 for the weighted one.)
 *
 * @throws RangeError when an option is out of range, the shapes do not fit or a label is no class
 * @example
 * ```ts
 * const kappa = new CohenKappa();
 * kappa.updateState([1, 0, 1, 1, 0], [0.9, 0.2, 0.4, 0.8, 0.7]);
 * kappa.result(); // 0.16667
 * ```
 */
export class CohenKappa extends ConfusionMetric {
  readonly #weights: CohenKappaArgs["weights"];
  readonly #zeroDivision: number;

  constructor(given: CohenKappaArgs = {}) {
    const args = takeOptions(
      "CohenKappa",
      given,
      ["numClasses", "threshold", "ignoreClass", "weights", "zeroDivision", "name"],
      new.target !== CohenKappa,
    );
    super(args, { name: "cohen_kappa", direction: "max" });
    const { weights, zeroDivision = 0 } = args;
    if (!weightings.includes(weights)) {
      throw new RangeError(
        `CohenKappa: weights must be "linear", "quadratic" or absent. Received: ${describeReceived(weights)}`,
      );
    }
    checkZeroDivision("CohenKappa", zeroDivision);
    this.#weights = weights;
    this.#zeroDivision = zeroDivision;
  }

  protected override resultRemarks(): readonly string[] {
    return oneClassRemark(this.counts.actual());
  }

  override result(): number {
    const { counts } = this;
    const [actual, predicted] = [counts.actual(), counts.predicted()];
    const all = actual.reduce((sum, weight) => sum + weight, 0);
    if (all === 0) return 0;
    let [observed, expected] = [0, 0];
    for (const [row, own] of actual.entries()) {
      for (const [column, other] of predicted.entries()) {
        const weight = this.#weightOf(Math.abs(row - column));
        observed += weight * counts.at(row, column);
        expected += (weight * own * other) / all;
      }
    }
    return expected === 0 ? this.#zeroDivision : 1 - observed / expected;
  }

  #weightOf(distance: number): number {
    if (this.#weights === "linear") return distance;
    return this.#weights === "quadratic" ? distance ** 2 : Number(distance > 0);
  }
}
