import { triesLabels } from "../../any-metric/metric-marker.ts";
import { alignRanks } from "../../arrays/align-ranks.ts";
import { argMax } from "../../arrays/arg-max.ts";
import { axisLast } from "../../arrays/axis-last.ts";
import { checkClassScores } from "../../arrays/check-class-scores.ts";
import { classList } from "../../arrays/class-list.ts";
import { fittingWeights } from "../../arrays/fitting-weights.ts";
import type { HostArray, MetricInput } from "../../arrays/host-array.ts";
import { meanOf } from "../../arrays/mean-of.ts";
import { perRow } from "../../arrays/per-row.ts";
import { ClassCounts } from "../../state/class-counts.ts";
import { describeReceived } from "../../text/describe-received.ts";
import { Metric, type MetricArgs, type MetricDefaults } from "../metric.ts";

export interface IoUMetricArgs extends MetricArgs {
  /** How many classes there are. */
  readonly numClasses: number;
  /**
   * Labels to leave out, such as "void" pixels: one, or several. Predictions of such a class still count.
   *
   * @default absent: none
   */
  readonly ignoreClass?: number | readonly number[];
  /**
   * The dimension of the classes where labels or predictions have one; a negative one counts from the end.
   *
   * @default -1
   */
  readonly axis?: number;
}

/** How a class of this family differs from the others. */
interface IoUForm {
  readonly numClasses: number;
  readonly targetClassIds: readonly number[];
  readonly sparseYTrue: boolean;
  readonly sparseYPred: boolean;
}

/** Base class of the metrics that measure how far predicted regions cover the true ones. */
export abstract class IoUMetric extends Metric {
  readonly #counts = this.addState(new ClassCounts());
  readonly #numClasses: number;
  readonly #ignored: ReadonlySet<number>;
  readonly #axis: number;
  readonly #form: IoUForm;

  protected constructor(args: Partial<IoUMetricArgs>, defaults: MetricDefaults, form: IoUForm) {
    super(args, defaults);
    const owner = this.constructor.name;
    const { axis = -1 } = args;
    const { numClasses } = form;
    checkForm(owner, form);
    if (!Number.isSafeInteger(axis)) {
      throw new RangeError(
        `${owner}: axis must be a whole number. Received: ${describeReceived(axis)}`,
      );
    }
    this.#numClasses = numClasses;
    this.#ignored = classList(owner, "ignoreClass", args.ignoreClass);
    this.#axis = axis;
    this.#form = form;
  }

  /** The class that a sparse prediction is. */
  protected classOf(prediction: number): number {
    return prediction;
  }

  /** The class that a sparse label is. */
  protected labelOf(label: number): number {
    return label;
  }

  /** Throws for sparse labels that the metric is not made for, and remarks on what is no error. */
  protected inspectLabels(
    _labels: ArrayLike<number>,
    _weights: ArrayLike<number> | undefined,
  ): void {}

  override updateState(yTrue: MetricInput, yPred: MetricInput, sampleWeight?: MetricInput): void {
    const owner = this.constructor.name;
    const { sparseYTrue, sparseYPred } = this.#form;
    const given = [this.read(yTrue, "yTrue"), this.read(yPred, "yPred")] as const;
    const [actual, predicted] = this.#align(
      this.#classes(given[0], sparseYTrue),
      this.#classes(given[1], sparseYPred),
      given,
    );
    const weights = fittingWeights(owner, this.readWeights(sampleWeight), predicted.shape);
    const predictions = Array.from(predicted.values, (prediction) => this.classOf(prediction));
    if (sparseYTrue) this.inspectLabels(actual.values, weights);
    const labels = Array.from(actual.values, (label) => this.labelOf(label));
    checkWhole(`${owner}: yTrue`, "sparseYTrue", labels);
    checkWhole(`${owner}: yPred`, "sparseYPred", predictions);
    this.#counts.reserveClasses(this.#numClasses);
    for (const [i, prediction] of predictions.entries()) {
      const label = labels[i] ?? Number.NaN;
      if (this.#ignored.has(label)) continue;
      if (this.#isOutside(label) || this.#isOutside(prediction)) {
        if (weights?.[i] === 0) continue;
        this.remark(
          `labels or predictions outside of the classes 0 to ${this.#numClasses - 1} are left out, as in Keras; give labels that are no class on purpose as ignoreClass`,
        );
        continue;
      }
      this.#counts.count(label, prediction, weights?.[i] ?? 1);
    }
  }

  override result(): number {
    const [hits, actual, predicted] = [
      this.#counts.hits(),
      this.#counts.actual(),
      this.#counts.predicted(),
    ];
    return meanOf(
      this.#form.targetClassIds.flatMap((id) => {
        const hit = hits[id] ?? 0;
        const union = (actual[id] ?? 0) + (predicted[id] ?? 0) - hit;
        return union === 0 ? [] : [hit / union];
      }),
    );
  }

  /** Brings both to one shape; an error shows the given shapes. */
  #align(
    actual: HostArray,
    predicted: HostArray,
    given: readonly [HostArray, HostArray],
  ): readonly [HostArray, HostArray] {
    const [labels, predictions] = alignRanks(actual, predicted);
    if (labels.shape.join() === predictions.shape.join()) return [labels, predictions];
    const { sparseYTrue, sparseYPred } = this.#form;
    const formOf = (isSparse: boolean) => (isSparse ? "class numbers" : "a score for each class");
    throw new RangeError(
      `${this.constructor.name}: yTrue and yPred must have the same shape. Received: [${given[0].shape}] and [${given[1].shape}], with ${formOf(sparseYTrue)} in yTrue and ${formOf(sparseYPred)} in yPred`,
    );
  }

  #classes(array: HostArray, isSparse: boolean): HostArray {
    if (isSparse) return array;
    const owner = this.constructor.name;
    checkClassScores(owner, array, "BinaryIoU", this.#axis);
    const rows = axisLast(owner, array, this.#axis);
    return perRow(rows, (start, width) => argMax(rows.values, start, width));
  }

  /** Whether a value is no class: it is left out, as in Keras. */
  #isOutside(id: number): boolean {
    return id < 0 || id >= this.#numClasses;
  }
}

Object.defineProperty(IoUMetric.prototype, triesLabels, { value: IoUMetric.prototype.updateState });

function checkForm(
  owner: string,
  { numClasses, targetClassIds, ...sparse }: { readonly [Option in keyof IoUForm]: unknown },
): void {
  if (!(Number.isSafeInteger(numClasses) && (numClasses as number) >= 2)) {
    throw new TypeError(
      `${owner}: numClasses must be a whole number of at least 2. Received: ${describeReceived(numClasses)}`,
    );
  }
  const isId = (id: unknown) =>
    Number.isSafeInteger(id) && (id as number) >= 0 && (id as number) < (numClasses as number);
  if (
    !Array.isArray(targetClassIds) ||
    targetClassIds.length === 0 ||
    !targetClassIds.every(isId)
  ) {
    throw new TypeError(
      `${owner}: targetClassIds must be a list of classes from 0 to ${(numClasses as number) - 1}. Received: ${describeReceived(targetClassIds)}`,
    );
  }
  for (const [option, flag] of Object.entries(sparse)) {
    if (typeof flag !== "boolean") {
      throw new TypeError(
        `${owner}: ${option} must be true or false. Received: ${describeReceived(flag)}`,
      );
    }
  }
}

/** Refuses scores where class numbers are expected: all would be left out, and the result would always be 0. */
function checkWhole(argument: string, option: string, ids: readonly number[]): void {
  const wrong = ids.find((id) => !Number.isInteger(id) && !Number.isNaN(id));
  if (wrong !== undefined) {
    throw new RangeError(
      `${argument} must hold class numbers; for a score of each class set ${option} to false. Received: ${wrong}`,
    );
  }
}
