import { triesLabels } from "../../any-metric/metric-marker.ts";
import { checkBinaryLabels } from "../../arrays/check-binary-labels.ts";
import { checkClassNames } from "../../arrays/check-class-names.ts";
import { fittingLabels } from "../../arrays/fitting-labels.ts";
import { fittingWeights } from "../../arrays/fitting-weights.ts";
import { hasOutsideUnit } from "../../arrays/has-outside-unit.ts";
import type { MetricInput } from "../../arrays/host-array.ts";
import { meanOf } from "../../arrays/mean-of.ts";
import { OUTSIDE_UNIT } from "../../arrays/outside-unit.ts";
import { Variable } from "../../state/variable.ts";
import { describeReceived } from "../../text/describe-received.ts";
import { Metric, type MetricArgs, type MetricDefaults } from "../metric.ts";
import type { ClassAverage, PerClass } from "./class-average.ts";
import { predictedClasses } from "./predicted-classes.ts";
import { checkZeroDivision, type ZeroDivision } from "./zero-division.ts";

export interface FScoreMetricArgs<Average extends ClassAverage | undefined> extends MetricArgs {
  /**
   * How the scores of the classes become one: `"micro"` counts all decisions together, `"macro"` is their mean,
   * `"weighted"` their mean weighed by how often each class occurs.
   *
   * @default absent: a list of one score for each class
   */
  readonly average?: Average;
  /**
   * Predictions above this call the class positive. In (0, 1].
   *
   * @default absent: the highest score of a row does; 0.5 where there is one probability a sample
   */
  readonly threshold?: number;
  /**
   * What the classes are called, in their order, for the keys of the logs.
   *
   * @default absent: they go by their numbers
   */
  readonly classNames?: readonly string[];
  /**
   * The score of a class that neither occurs nor is predicted: 0, 1 or NaN.
   *
   * @default 0
   */
  readonly zeroDivision?: ZeroDivision;
}

const averages: readonly unknown[] = [undefined, "micro", "macro", "weighted"];

/** Base class of the F scores. */
export abstract class FScoreMetric<
  Average extends ClassAverage | undefined = undefined,
> extends Metric<PerClass<Average>> {
  readonly #truePositives = this.addState(new Variable());
  readonly #predicted = this.addState(new Variable());
  readonly #actual = this.addState(new Variable());
  readonly #args: FScoreMetricArgs<Average>;
  readonly #beta: number;

  protected constructor(args: FScoreMetricArgs<Average>, defaults: MetricDefaults, beta: number) {
    super(args, defaults);
    const owner = this.constructor.name;
    const { average, threshold, zeroDivision = 0 } = args;
    if (!averages.includes(average)) {
      throw new RangeError(
        `${owner}: average must be "micro", "macro", "weighted" or absent. Received: ${describeReceived(average)}`,
      );
    }
    if (
      threshold !== undefined &&
      !(typeof threshold === "number" && threshold > 0 && threshold <= 1)
    ) {
      throw new RangeError(
        `${owner}: threshold must be in (0, 1]. Received: ${describeReceived(threshold)}`,
      );
    }
    if (!(Number.isFinite(beta) && beta > 0)) {
      throw new RangeError(
        `${owner}: beta must be a finite number above 0. Received: ${describeReceived(beta)}`,
      );
    }
    checkClassNames(owner, args.classNames);
    checkZeroDivision(owner, zeroDivision);
    this.#args = args;
    this.#beta = beta;
  }

  override updateState(yTrue: MetricInput, yPred: MetricInput, sampleWeight?: MetricInput): void {
    const owner = this.constructor.name;
    const predictions = this.read(yPred, "yPred");
    const [truth] = fittingLabels(owner, this.read(yTrue, "yTrue"), predictions);
    const { shape, values } = predictions;
    const weights = fittingWeights(owner, this.readWeights(sampleWeight), shape);
    if (checkBinaryLabels(owner, truth.values, weights)) {
      this.remark("labels between 0 and 1 count by their share, as in Keras");
    }
    if (values.length === 0) return;
    // Steps and pixels are samples of their own.
    const classes = shape.length < 2 ? 1 : (shape.at(-1) ?? 1);
    this.#reserve(classes);
    const isOfProbabilities = classes === 1 || this.#args.threshold !== undefined;
    if (isOfProbabilities && hasOutsideUnit(values)) {
      this.remark(OUTSIDE_UNIT);
    }
    const predicted = predictedClasses(
      { values, shape: [values.length / classes, classes] },
      this.#args.threshold,
    );
    for (let i = 0; i < predicted.length; i++) {
      const weight = weights?.[i] ?? 1;
      const [label, isPredicted] = [truth.values[i] ?? 0, predicted[i] ?? 0];
      this.#truePositives.add(weight * label * isPredicted, i % classes);
      this.#predicted.add(weight * isPredicted, i % classes);
      this.#actual.add(weight * label, i % classes);
    }
  }

  override result(): PerClass<Average> {
    const { average } = this.#args;
    if (average === "micro") {
      const [found, predicted, actual] = [this.#truePositives, this.#predicted, this.#actual].map(
        ({ values }) => values.reduce((sum, value) => sum + value, 0),
      );
      return this.#score(found ?? 0, predicted ?? 0, actual ?? 0) as PerClass<Average>;
    }
    const scores = Array.from(this.#truePositives.values, (found, i) =>
      this.#score(found, this.#predicted.values[i] ?? 0, this.#actual.values[i] ?? 0),
    );
    if (average === "macro") return meanOf(scores) as PerClass<Average>;
    if (average === "weighted") return this.#bySupport(scores) as PerClass<Average>;
    return scores as PerClass<ClassAverage | undefined> as PerClass<Average>;
  }

  protected override resultRemarks(): readonly string[] {
    const actual = this.#actual.values;
    return actual.length > 0 && actual.every((weight) => weight === 0)
      ? ["no label is positive, so the value does not tell how good predictions are"]
      : [];
  }

  protected override partNames(): readonly string[] | undefined {
    return this.#args.classNames;
  }

  #score(found: number, predicted: number, actual: number): number {
    const squared = this.#beta ** 2;
    const whole = squared * actual + predicted;
    return whole === 0 ? (this.#args.zeroDivision ?? 0) : ((1 + squared) * found) / whole;
  }

  #bySupport(scores: readonly number[]): number {
    let [sum, support] = [0, 0];
    for (const [i, score] of scores.entries()) {
      const actual = this.#actual.values[i] ?? 0;
      // Only a NaN that was seen counts, not the NaN of zeroDivision for a class that does not occur.
      if (actual !== 0 || Number.isNaN(this.#predicted.values[i])) sum += score * actual;
      support += actual;
    }
    if (Number.isNaN(sum)) return sum;
    return support === 0 ? (this.#args.zeroDivision ?? 0) : sum / support;
  }

  #reserve(classes: number): void {
    const owner = this.constructor.name;
    const { classNames } = this.#args;
    if (classNames !== undefined && classNames.length !== classes) {
      throw new TypeError(
        `${owner}: classNames must have an entry for each of the ${classes} classes of the predictions. Received: ${classNames.length}`,
      );
    }
    for (const counts of [this.#truePositives, this.#predicted, this.#actual]) {
      if (!counts.reserve(classes)) {
        throw new RangeError(
          `${owner}: predictions must have the same number of classes in each batch. Received: ${classes} after ${counts.values.length}`,
        );
      }
    }
  }
}

Object.defineProperty(FScoreMetric.prototype, triesLabels, {
  value: FScoreMetric.prototype.updateState,
});
