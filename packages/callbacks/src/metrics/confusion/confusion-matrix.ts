import { checkClassNames } from "../../arrays/check-class-names.ts";
import { divideNoNan } from "../../arrays/divide-no-nan.ts";
import { takeOptions } from "../../options/take-options.ts";
import { describeReceived } from "../../text/describe-received.ts";
import { ConfusionMetric, type ConfusionMetricArgs } from "./confusion-metric.ts";

export interface ConfusionMatrixArgs extends ConfusionMetricArgs {
  /** @default "confusion_matrix" */
  readonly name?: string;
  /**
   * What the classes are called, in their order, for `namedResults()`; says how many there are, as `numClasses` does.
   *
   * @default absent: they go by their numbers
   */
  readonly classNames?: readonly string[];
  /**
   * Shares in place of counts: of each true class (`"true"`), of each predicted class (`"pred"`), or of all samples.
   *
   * @default absent: counts
   */
  readonly normalize?: "true" | "pred" | "all";
}

const normalizations: readonly unknown[] = [undefined, "true", "pred", "all"];

/**
 * How many samples of each true class were predicted as each class.
 *
 * `result()` is a list of rows, one for each true class, with a count, or the sum of weights, for each predicted class; `[]`
 * before any update. Predictions are of shape `[n, classes]`, the highest score winning; one probability a sample, `[n]` or
 * `[n, 1]`; or class numbers, with `numClasses` or `classNames`. Labels are one-hot or class numbers. A NaN makes every cell NaN. Neither direction
 * is better. `compile()` refuses it, because the logs cannot hold a matrix: see `CohenKappa`, `MatthewsCorrelation` and
 * `BalancedAccuracy`, which are computed from it, and `evaluate()`.
 *
 * Not in Keras. As `sklearn.metrics.confusion_matrix`.
 *
 * @throws RangeError when an option is out of range, the shapes do not fit or a label is no class
 * @example
 * ```ts
 * const matrix = new ConfusionMatrix({ classNames: ["cat", "dog"] });
 * matrix.updateState([0, 1, 1], [[0.9, 0.1], [0.8, 0.2], [0.3, 0.7]]);
 * matrix.result(); // [[1, 0], [1, 1]]
 * matrix.namedResults()["confusion_matrix[dog][cat]"]; // 1
 * ```
 */
export class ConfusionMatrix extends ConfusionMetric<readonly (readonly number[])[]> {
  readonly #classNames: readonly string[] | undefined;
  readonly #normalize: ConfusionMatrixArgs["normalize"];

  constructor(given: ConfusionMatrixArgs = {}) {
    const args = takeOptions(
      "ConfusionMatrix",
      given,
      ["numClasses", "threshold", "ignoreClass", "classNames", "normalize", "name"],
      new.target !== ConfusionMatrix,
    );
    const { classNames, numClasses, normalize } = args;
    super(args, { name: "confusion_matrix" }, numClasses ?? classNames?.length);
    checkClassNames("ConfusionMatrix", classNames);
    if (classNames !== undefined && numClasses !== undefined && classNames.length !== numClasses) {
      throw new RangeError(
        `ConfusionMatrix: classNames must have numClasses entries, ${numClasses}. Received: ${classNames.length}`,
      );
    }
    if (!normalizations.includes(normalize)) {
      throw new RangeError(
        `ConfusionMatrix: normalize must be "true", "pred", "all" or absent. Received: ${describeReceived(normalize)}`,
      );
    }
    this.#classNames = classNames;
    this.#normalize = normalize;
  }

  override result(): readonly (readonly number[])[] {
    const { counts } = this;
    const [actual, predicted] = [counts.actual(), counts.predicted()];
    const all = actual.reduce((sum, weight) => sum + weight, 0);
    const wholes = {
      true: (row: number) => actual[row] ?? 0,
      pred: (_row: number, column: number) => predicted[column] ?? 0,
      all: () => all,
    };
    const whole = this.#normalize && wholes[this.#normalize];
    return actual.map((_, row) =>
      predicted.map((__, column) => {
        const count = counts.at(row, column);
        return whole ? divideNoNan(count, whole(row, column)) : count;
      }),
    );
  }

  protected override partNames(): readonly string[] | undefined {
    return this.#classNames;
  }
}
