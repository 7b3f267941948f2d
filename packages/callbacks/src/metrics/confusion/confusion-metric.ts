import { triesLabels } from "../../any-metric/metric-marker.ts";
import type { MetricResult } from "../../any-metric/metric-result.ts";
import { classAdvice } from "../../arrays/class-advice.ts";
import { classList } from "../../arrays/class-list.ts";
import { fittingWeights } from "../../arrays/fitting-weights.ts";
import { hasOutsideUnit } from "../../arrays/has-outside-unit.ts";
import type { MetricInput } from "../../arrays/host-array.ts";
import { labelAdvice } from "../../arrays/label-advice.ts";
import { OUTSIDE_UNIT } from "../../arrays/outside-unit.ts";
import { ClassCounts } from "../../state/class-counts.ts";
import { describeReceived } from "../../text/describe-received.ts";
import { Metric, type MetricArgs, type MetricDefaults } from "../metric.ts";
import { type ClassPairs, classPairs } from "./class-pairs.ts";

export interface ConfusionMetricArgs extends MetricArgs {
  /**
   * How many classes there are. Needed where predictions are class numbers of more than two classes.
   *
   * @default the columns of the predictions; 2 where there is one probability a sample
   */
  readonly numClasses?: number;
  /**
   * A probability above this calls a sample positive, where there is one probability a sample.
   *
   * @default 0.5
   */
  readonly threshold?: number;
  /**
   * Labels to leave out: one class, or several.
   *
   * @default absent: none
   */
  readonly ignoreClass?: number | readonly number[];
}

/** Base class of the metrics that are computed from a confusion matrix. */
export abstract class ConfusionMetric<Result extends MetricResult = number> extends Metric<Result> {
  protected readonly counts: ClassCounts = this.addState(new ClassCounts());
  readonly #numClasses: number | undefined;
  readonly #threshold: number;
  readonly #ignored: ReadonlySet<number>;

  protected constructor(
    args: ConfusionMetricArgs,
    defaults: MetricDefaults,
    numClasses: number | undefined = args?.numClasses,
  ) {
    super(args, defaults);
    const owner = this.constructor.name;
    const { threshold = 0.5 } = args;
    if (numClasses !== undefined && !(Number.isSafeInteger(numClasses) && numClasses >= 2)) {
      throw new RangeError(
        `${owner}: numClasses must be a whole number of at least 2. Received: ${describeReceived(numClasses)}`,
      );
    }
    if (typeof threshold !== "number" || Number.isNaN(threshold)) {
      throw new RangeError(
        `${owner}: threshold must be a number. Received: ${describeReceived(threshold)}`,
      );
    }
    this.#numClasses = numClasses;
    this.#threshold = threshold;
    this.#ignored = classList(owner, "ignoreClass", args.ignoreClass);
  }

  override updateState(yTrue: MetricInput, yPred: MetricInput, sampleWeight?: MetricInput): void {
    const owner = this.constructor.name;
    const predictions = this.read(yPred, "yPred");
    const pairs = classPairs(owner, this.read(yTrue, "yTrue"), predictions, {
      numClasses: this.#numClasses,
      threshold: this.#threshold,
    });
    const { shape } = pairs.predicted;
    const weights = fittingWeights(owner, this.readWeights(sampleWeight), shape);
    if (pairs.predicted.values.length === 0) return;
    this.#check(pairs, weights);
    const isOfProbabilities = pairs.isBySide && this.#threshold > 0 && this.#threshold < 1;
    if (isOfProbabilities && hasOutsideUnit(predictions.values)) this.remark(OUTSIDE_UNIT);
    for (let i = 0; i < pairs.predicted.values.length; i++) {
      const actual = pairs.actual.values[i] ?? Number.NaN;
      if (this.#ignored.has(actual)) continue;
      this.counts.count(actual, pairs.predicted.values[i] ?? Number.NaN, weights?.[i] ?? 1);
    }
  }

  #check({ actual, predicted, classes }: ClassPairs, weights: ArrayLike<number> | undefined): void {
    const owner = this.constructor.name;
    for (const [name, { values }] of [
      ["yTrue", actual],
      ["yPred", predicted],
    ] as const) {
      const wrong = Array.from(values).find(
        (id, i) =>
          !(
            Number.isNaN(id) ||
            weights?.[i] === 0 ||
            isClass(id, classes) ||
            (name === "yTrue" && this.#ignored.has(id))
          ),
      );
      if (wrong !== undefined) {
        const isBinary = name === "yTrue" && classes === 2;
        throw new RangeError(
          `${owner}: ${name} must hold classes from 0 to ${classes - 1}. ` +
            (isBinary ? labelAdvice(values, weights) : classAdvice(values, classes, wrong)),
        );
      }
    }
    if (!this.counts.reserveClasses(classes)) {
      throw new RangeError(
        `${owner}: predictions must have the same number of classes in each batch. Received: ${classes} after ${this.counts.classes}`,
      );
    }
  }
}

Object.defineProperty(ConfusionMetric.prototype, triesLabels, {
  value: ConfusionMetric.prototype.updateState,
});

function isClass(id: number, classes: number): boolean {
  return Number.isInteger(id) && id >= 0 && id < classes;
}
