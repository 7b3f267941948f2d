import { Tensor, tensor, tidy } from "@tensorflow/tfjs";
import { type HostArray, type MetricInput, toHostArray } from "../../arrays/host-array.ts";
import { takeOptions } from "../../options/take-options.ts";
import { WeightedMean } from "../../state/weighted-mean.ts";
import { describeReceived } from "../../text/describe-received.ts";
import { snakeCase } from "../../text/snake-case.ts";
import { Metric, type MetricArgs } from "../metric.ts";

/** A function of a batch's labels and predictions, which gives a value for each sample. */
export type MetricFunction = (yTrue: Tensor, yPred: Tensor) => Tensor;

export interface MeanMetricWrapperArgs extends MetricArgs {
  /** @default the function's name in snake_case */
  readonly name?: string;
  /**
   * Which way is better.
   *
   * @default absent: a callback that monitors it needs a `mode`
   */
  readonly direction?: "max" | "min";
}

/**
 * The exact mean over all samples of your own function's values, with sample weights.
 *
 * `fn(yTrue, yPred)` gets tensors and gives a tensor of a value for each sample, `[n]`, or for each of its parts, `[n, …]`,
 * which are averaged first. It may also give a single value for the whole batch, which then weighs as many samples as the
 * batch has, and takes no sample weights. `result()` is `Σ weight · value / Σ weight`, and 0 before any update. Tensors
 * that `fn` makes are freed. The functions of `tf.losses` and `tf.metrics` work as they are.
 *
 * As `MeanMetricWrapper` of Keras 3.16.
 *
 * @throws TypeError when fn is no function or has no name and none is given; when it gives anything but a tensor
 * @throws RangeError when it gives values for another number of samples than the batch has
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 *
 * const bias = new MeanMetricWrapper((yTrue, yPred) => tf.sub(yPred, yTrue), { name: "bias" });
 * bias.updateState([[1], [2]], [[1.5], [2]]);
 * bias.updateState([[1]], [[2]], [2]);
 * bias.result(); // 0.625
 * ```
 */
export class MeanMetricWrapper extends Metric {
  readonly #mean = this.addState(new WeightedMean());
  readonly #fn: MetricFunction;
  readonly #args: MeanMetricWrapperArgs;

  constructor(fn: MetricFunction, given: MeanMetricWrapperArgs = {}) {
    if (typeof fn !== "function") {
      throw new TypeError(
        `MeanMetricWrapper: fn must be a function of yTrue and yPred. Received: ${describeReceived(fn)}`,
      );
    }
    const isExtended = new.target !== MeanMetricWrapper;
    const args = takeOptions("MeanMetricWrapper", given, ["direction", "name"], isExtended);
    const { direction } = args;
    if (direction !== undefined && direction !== "max" && direction !== "min") {
      throw new RangeError(
        `MeanMetricWrapper: direction must be "max" or "min". Received: ${describeReceived(direction)}`,
      );
    }
    // Among the options, so that only metrics of the same function merge.
    super({ ...args, fn } as MetricArgs, {
      name: snakeCase(fn.name),
      ...(direction === undefined ? {} : { direction }),
    });
    this.#fn = fn;
    this.#args = args;
  }

  override updateState(yTrue: MetricInput, yPred: MetricInput, sampleWeight?: MetricInput): void {
    const truth = this.read(yTrue, "yTrue");
    const predictions = this.read(yPred, "yPred");
    const weights = this.readWeights(sampleWeight);
    const samples = predictions.shape[0] ?? 1;
    if (samples === 0) return;
    const values = this.#call([yTrue, truth], [yPred, predictions]);
    if (values.shape.length === 0) {
      this.#addWhole(values, samples, weights);
      return;
    }
    if (values.shape[0] !== samples) {
      throw new RangeError(
        `${this.name}: the function must give a value for each of ${samples} samples. Received: shape [${values.shape}]`,
      );
    }
    this.#mean.add(this.name, values, weights);
  }

  override result(): number {
    return this.#mean.result();
  }

  override clone(): this {
    const Class = this.constructor as new (fn: MetricFunction, args: MeanMetricWrapperArgs) => this;
    return new Class(this.#fn, this.#args);
  }

  #call(...inputs: readonly (readonly [given: MetricInput, read: HostArray])[]): HostArray {
    let values: HostArray = { values: [], shape: [] };
    tidy(() => {
      const [yTrue, yPred] = inputs.map(([given, read]) =>
        given instanceof Tensor ? given : tensor(Float32Array.from(read.values), [...read.shape]),
      ) as [Tensor, Tensor];
      const answer: unknown = this.#fn(yTrue, yPred);
      if (answer instanceof Promise) {
        answer.catch(() => {});
        throw new TypeError(
          `${this.name}: the function must not be asynchronous. Received: a promise`,
        );
      }
      if (!(answer instanceof Tensor)) {
        throw new TypeError(
          `${this.name}: the function must give a tensor. Received: ${describeReceived(answer)}`,
        );
      }
      values = toHostArray(answer, this.name);
    });
    return values;
  }

  #addWhole({ values }: HostArray, samples: number, weights: HostArray | undefined): void {
    if (weights !== undefined) {
      throw new TypeError(
        `${this.name}: the function must give a value for each sample where there are sample weights. Received: one value`,
      );
    }
    const each = new Float64Array(samples).fill(values[0] ?? Number.NaN);
    this.#mean.add(this.name, { values: each, shape: [samples] }, undefined);
  }
}
