import { type Scalar, scalar, type Tensor } from "@tensorflow/tfjs";
import type { MetricInput } from "../arrays/host-array.ts";
import { extendLayersModel } from "../streaming/extend-layers-model.ts";
import { metricMarker } from "./metric-marker.ts";
import { metricName } from "./metric-name.ts";
import { scalarResult } from "./scalar-result.ts";

export interface MetricArgs {
  /**
   * The key under which the metric appears in the logs; validation prefixes it with `val_`.
   *
   * @default the class name in snake_case
   */
  readonly name?: string;
}

/** What a metric class says of itself to its base class. */
export interface MetricDefaults {
  /** The name of an instance that was given none. */
  readonly name: string;
  /** Which way is better. Absent where neither is, as for a count. */
  readonly direction?: "max" | "min";
}

const optionsOf = new WeakMap<Metric<number | readonly number[]>, MetricArgs>();

/**
 * Base class of every metric: a value over all predictions of a pass, not an average of batches.
 *
 * A metric is callable, so stock `compile({ metrics: ["accuracy", new AUC()] })` takes it as it is. The object given to
 * `compile()` is a pattern: training, validation and every `evaluate()` accumulate in copies of their own, so one object
 * may serve several models and outputs, and its own state changes only through `updateState()`. Called as a function it
 * gives the value of these predictions alone.
 *
 * A subclass passes its whole options object on to `super`, for `clone()` builds copies from it.
 *
 * @throws TypeError when the name is not a non-empty string
 * @throws RangeError when the name is one TensorFlow.js uses itself (`loss`, `size`, `batch`) or starts with `val_`
 * @example
 * ```ts
 * class PositiveRate extends Metric {
 *   #positive = 0;
 *   #seen = 0;
 *   constructor(args = {}) {
 *     super(args, { name: "positive_rate" });
 *   }
 *   updateState(_yTrue, yPred) {
 *     for (const p of yPred) this.#positive += p > 0.5 ? 1 : 0;
 *     this.#seen += yPred.length;
 *   }
 *   result() {
 *     return this.#positive / this.#seen;
 *   }
 *   resetState() {
 *     this.#positive = this.#seen = 0;
 *   }
 * }
 * const rate = new PositiveRate();
 * rate.updateState([], [0.9, 0.1, 0.7, 0.6]);
 * rate.result(); // 0.75
 * rate.name; // "positive_rate"
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: only an interface can say that instances are callable
export abstract class Metric<Result extends number | readonly number[] = number> {
  /** The key under which the metric appears in the logs. */
  declare readonly name: string;
  /** Which way is better, or undefined where neither is. */
  declare readonly direction: "max" | "min" | undefined;

  protected constructor(args: MetricArgs, defaults: MetricDefaults) {
    extendLayersModel();
    const metric = ((yTrue: Tensor, yPred: Tensor): Scalar => {
      const alone = metric.clone();
      alone.updateState(yTrue, yPred);
      return scalar(scalarResult(alone));
    }) as unknown as this;
    // A function with this class' prototype: #private fields, instanceof and subclasses all work on it.
    Object.setPrototypeOf(metric, new.target.prototype);
    const name = metricName(new.target.name, args, defaults.name);
    Object.defineProperty(metric, "name", { value: name, enumerable: true });
    Object.defineProperty(metric, "direction", { value: defaults.direction, enumerable: true });
    optionsOf.set(metric, args);
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

  /** Forgets all batches. */
  abstract resetState(): void;

  /**
   * A fresh metric of the same class and options, that has seen nothing.
   *
   * @throws TypeError when the subclass did not pass its options on to `super`, as far as that shows in the name
   */
  clone(): this {
    const Class = this.constructor as new (args: MetricArgs) => this;
    const copy = new Class(optionsOf.get(this) ?? {});
    if (copy.name !== this.name) {
      throw new TypeError(
        `${Class.name}: a copy of ${this.name} is called ${copy.name}. The constructor must take one options object ` +
          "and pass it whole to super(args, defaults).",
      );
    }
    return copy;
  }
}

// biome-ignore lint/correctness/noUnusedVariables: a merged declaration repeats the class' type parameters
export interface Metric<Result extends number | readonly number[] = number> {
  // biome-ignore lint/style/useShorthandFunctionType: a function type cannot merge with the class
  (yTrue: Tensor, yPred: Tensor): Scalar;
}

Object.setPrototypeOf(Metric.prototype, Function.prototype);
Object.defineProperty(Metric.prototype, metricMarker, { value: true });
