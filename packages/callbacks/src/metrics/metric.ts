import { type Scalar, scalar, type Tensor } from "@tensorflow/tfjs";
import { metricMarker, valuesMarker } from "../any-metric/metric-marker.ts";
import type { MetricResult } from "../any-metric/metric-result.ts";
import type { MetricState } from "../any-metric/metric-state.ts";
import { nameResults } from "../any-metric/name-results.ts";
import { scalarResult } from "../any-metric/scalar-result.ts";
import { type HostArray, type MetricInput, toHostArray } from "../arrays/host-array.ts";
import { checkCaller } from "../copies/check-caller.ts";
import { extendLayersModel } from "../extending/extend-layers-model.ts";
import type { Accumulator } from "../state/accumulator.ts";
import { Variable } from "../state/variable.ts";
import { MetricMemory } from "./metric-memory.ts";
import { metricName } from "./metric-name.ts";

export interface MetricArgs {
  /**
   * The key under which the metric appears in the logs; validation prefixes it with `val_`.
   *
   * @default the class name in snake_case
   */
  readonly name?: string;
}

/** What a metric class tells its base class. */
export interface MetricDefaults {
  /** The name of an instance that was given none. */
  readonly name: string;
  /** Which direction is better. Absent where neither is, as for a count. */
  readonly direction?: "max" | "min";
}

// Not in #private fields: the object that the constructor returns would not have those of the base class.
const memories = new WeakMap<object, MetricMemory>();

/**
 * Base class of every metric: a value over all predictions of a pass, not an average of batches.
 *
 * A metric is callable, so stock `compile({ metrics: ["accuracy", new AUC()] })` takes it as it is. The object given to
 * `compile()` is a pattern: training, validation and every `evaluate()` accumulate in copies of their own, so one object
 * may serve several models and outputs, and its own state changes only through `updateState()`. Called as a function it
 * gives the value of these predictions alone.
 *
 * A subclass passes its whole options object on to `super`, because `clone()` builds copies from it. It keeps its sums in
 * variables of `addVariable()`; then `resetState()`, `merge()`, `getState()` and `setState()` need no code. A subclass that
 * keeps its state in its own fields overrides `resetState()`, and lacks the other three.
 *
 * @throws TypeError when the name is not a non-empty string
 * @throws RangeError when the name is one that TensorFlow.js uses itself (`loss`, `size`, `batch`) or starts with `val_`; not for
 * `Mean` and `Sum`, which `compile()` refuses by any name
 * @example
 * ```ts
 * class PositiveRate extends Metric {
 *   #positive = this.addVariable();
 *   #seen = this.addVariable();
 *   constructor(args = {}) {
 *     super(args, { name: "positive_rate" });
 *   }
 *   updateState(_yTrue, yPred) {
 *     const { values } = this.read(yPred, "yPred");
 *     for (const p of values) this.#positive.add(p > 0.5 ? 1 : 0);
 *     this.#seen.add(values.length);
 *   }
 *   result() {
 *     return this.#positive.value / this.#seen.value;
 *   }
 * }
 * const rate = new PositiveRate();
 * rate.updateState([], [0.9, 0.1, 0.7, 0.6]);
 * rate.result(); // 0.75
 * rate.name; // "positive_rate"
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: only an interface can say that instances are callable
export abstract class Metric<Result extends MetricResult = number> {
  /** The key under which the metric appears in the logs. */
  declare readonly name: string;
  /** Which way is better, or undefined where neither is. */
  declare readonly direction: "max" | "min" | undefined;

  protected constructor(args: MetricArgs, defaults: MetricDefaults) {
    if (!isCopying) extendLayersModel();
    const metric = ((yTrue: Tensor, yPred: Tensor): Scalar => {
      checkCaller(metric.name);
      const alone = metric.clone();
      alone.updateState(yTrue, yPred);
      return scalar(scalarResult(alone));
    }) as unknown as this;
    // A function with this class' prototype: #private fields, instanceof and subclasses all work on it.
    Object.setPrototypeOf(metric, new.target.prototype);
    const name = metricName(
      new.target.name,
      args,
      defaults.name,
      !(valuesMarker in new.target.prototype),
    );
    Object.defineProperty(metric, "name", { value: name, enumerable: true });
    Object.defineProperty(metric, "direction", { value: defaults.direction, enumerable: true });
    memories.set(metric, new MetricMemory(args, defaults.name));
    // biome-ignore lint/correctness/noConstructorReturn: the way to make instances callable
    return metric;
  }

  /**
   * Adds one batch.
   *
   * @param yTrue the labels
   * @param yPred the predictions
   * @param sampleWeight a weight for each sample; all 1 when absent
   */
  abstract updateState(yTrue: MetricInput, yPred: MetricInput, sampleWeight?: MetricInput): void;

  /** The value over all batches since the last reset. */
  abstract result(): Result;

  /**
   * Forgets all batches.
   *
   * @throws TypeError where a subclass keeps its state in fields of its own and does not override this
   */
  resetState(): void {
    memoryOf(this).reset(this.constructor.name);
  }

  /**
   * Adds what another metric of the same class and options has seen, as if this one had seen it too: for an evaluation
   * in several workers. The other stays as it is.
   *
   * @throws TypeError when the other is of another class or other options
   */
  merge(other: this): void {
    if (other?.constructor !== this.constructor) {
      const received = typeof other === "function" ? (other as Metric).name : String(other);
      throw new TypeError(
        `${this.constructor.name}: merge() takes a metric of the same class. Received: ${received}`,
      );
    }
    memoryOf(this).merge(this.constructor.name, memoryOf(other));
  }

  /**
   * What the metric has seen, safe for JSON, to go on from later with `setState()`.
   *
   * @throws TypeError where a subclass keeps its state in fields of its own
   */
  getState(): MetricState {
    return memoryOf(this).getState(this.constructor.name);
  }

  /**
   * Goes on from what `getState()` of a metric of the same class and options gave.
   *
   * @throws TypeError when the state is not of such a metric
   */
  setState(state: MetricState): void {
    memoryOf(this).setState(this.constructor.name, state);
  }

  /**
   * What the time of `result()` depends on: `"batch"`, the samples since the last call, or `"samples"`, all samples seen. With
   * `"batch"` TensorFlow.js' logs get a new value after every batch; with `"samples"`, from 1,024 samples on, each time their
   * number has grown by 5 %. Where it is undefined, the time is measured.
   */
  get resultCost(): "batch" | "samples" | undefined {
    return undefined;
  }

  /**
   * The options it was made with, and its name. The class makes an equal metric from them.
   *
   * As `get_config()` of Keras 3.16.
   */
  getConfig(): Readonly<Record<string, unknown>> {
    return { ...memoryOf(this).args, name: this.name };
  }

  /** How many of the labels, predictions and weights since the last reset were NaN. */
  get nanCount(): number {
    return memoryOf(this).nan.value;
  }

  /**
   * Why the result is NaN, in words: `"predictions are NaN"`, `"no label is positive"`. Undefined where it is not NaN, and where
   * the metric does not know the reason.
   */
  get nanReason(): string | undefined {
    return memoryOf(this).nanReason() ?? this.undefinedReason();
  }

  /** Remarks on the labels and predictions since the last reset that are no errors. `fit()` prints each once. */
  get remarks(): readonly string[] {
    return [...memoryOf(this).remarks, ...this.resultRemarks()];
  }

  /**
   * The result under the keys of the logs: `{ auc: 0.93 }`. A result of several numbers is given by its mean and as single
   * numbers, `{ f1_score: 0.5, "f1_score[cat]": 0.2, "f1_score[dog]": 0.8 }`; a matrix by its cells, `"name[cat][dog]"`.
   *
   * @param key the key to use in place of the name
   */
  namedResults(key: string = this.name): Readonly<Record<string, number>> {
    return nameResults(key, this.result(), this.partNames());
  }

  /**
   * A new metric of the same class and options, without state.
   *
   * @throws TypeError when the subclass did not pass its options on to `super`, as far as that shows in the name
   */
  clone(): this {
    const Class = this.constructor as new (args: MetricArgs) => this;
    const copy = copied(() => new Class(memoryOf(this).args));
    if (copy.name !== this.name) {
      throw new TypeError(
        `${Class.name}: a copy of ${this.name} is called ${copy.name}. The constructor must take one options object ` +
          "and pass it whole to super(args, defaults).",
      );
    }
    return copy;
  }

  /** The names of the parts of a result of several numbers, such as classes; their indices where there are none. */
  protected partNames(): readonly string[] | undefined {
    return undefined;
  }

  /** Why the metric is not defined for what it has seen, though no input is NaN. Undefined where it is defined. */
  protected undefinedReason(): string | undefined {
    return undefined;
  }

  /** Remarks on the result that are no errors, such as a value that no prediction could change. */
  protected resultRemarks(): readonly string[] {
    return [];
  }

  /** Notes a remark on a batch that is no error. `fit()` prints it once. */
  protected remark(text: string): void {
    memoryOf(this).remarks.add(text);
  }

  /** Numbers to add up in, all 0 after each reset. */
  protected addVariable(length: number = 1): Variable {
    return this.addState(new Variable(length));
  }

  /** Keeps a part of the state: it is reset, merged, saved and restored with the metric. */
  protected addState<Part extends Accumulator>(part: Part): Part {
    memoryOf(this).parts.push(part);
    return part;
  }

  /** Reads an input of `updateState()` into memory, and counts its NaN. */
  protected read(input: MetricInput, argument: string): HostArray {
    const array = toHostArray(input, `${this.constructor.name}: ${argument}`);
    const nan = countNaN(array.values);
    if (nan > 0) memoryOf(this).addNaN(argument, nan);
    return array;
  }

  /** The weights of a batch, if it has any; `null` is none, as in Keras. */
  protected readWeights(sampleWeight: MetricInput | null | undefined): HostArray | undefined {
    return sampleWeight == null ? undefined : this.read(sampleWeight, "sampleWeight");
  }
}

/** Whether a metric is being copied: then TensorFlow.js is extended already. */
let isCopying = false;

function copied<T>(make: () => T): T {
  isCopying = true;
  try {
    return make();
  } finally {
    isCopying = false;
  }
}

function memoryOf(metric: object): MetricMemory {
  const memory = memories.get(metric);
  if (memory === undefined) throw new TypeError("this is not a metric made by its constructor");
  return memory;
}

// biome-ignore lint/correctness/noUnusedVariables: a merged declaration repeats the class' type parameters
export interface Metric<Result extends MetricResult = number> {
  // biome-ignore lint/style/useShorthandFunctionType: a function type cannot merge with the class
  (yTrue: Tensor, yPred: Tensor): Scalar;
}

Object.setPrototypeOf(Metric.prototype, Function.prototype);
Object.defineProperty(Metric.prototype, metricMarker, { value: true });

/** How many of the values are NaN. */
function countNaN(values: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) count++;
  return count;
}
