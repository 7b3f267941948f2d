import { add, mean, type Scalar, stack, type Tensor, tidy } from "@tensorflow/tfjs";
import { internalsOf, type MetricFunction } from "../layers-model/layers-model-internals.ts";
import { weighted } from "../layers-model/weighted-losses.ts";
import type { Batch } from "./batch.ts";

/** A function of a compiled model, its place among `metricsNames`, and the output it looks at. */
export interface PlacedFunction {
  readonly key: string;
  readonly metric: MetricFunction;
  readonly output: number;
}

/**
 * The means over samples of a compiled model: its loss, the loss of each output where there are several, and metrics of
 * TensorFlow.js. Each is a mean over batches, weighted by their numbers of samples.
 */
export class BatchMeans {
  readonly keys: readonly string[];
  readonly #losses: readonly MetricFunction[];
  readonly #functions: readonly PlacedFunction[];
  readonly #sums: Float64Array;
  #seen = 0;

  constructor(model: object, functions: readonly PlacedFunction[]) {
    const { lossFunctions, outputNames } = internalsOf(model);
    this.#losses = lossFunctions;
    this.#functions = functions;
    const each = outputNames.length > 1 ? outputNames.map((name) => `${name}_loss`) : [];
    this.keys = ["loss", ...each, ...functions.map(({ key }) => key)];
    this.#sums = new Float64Array(this.keys.length);
  }

  async add({ labels, weights, size }: Batch, predictions: readonly Tensor[]): Promise<void> {
    const of = (metric: MetricFunction, i: number) =>
      mean(metric(labels[i] as Tensor, predictions[i] as Tensor));
    const values = tidy(() => {
      const losses = this.#losses.map((loss, i) => of(weighted(loss, weights[i]), i));
      const total = losses.reduce((sum, loss) => add(sum, loss));
      return stack([
        total,
        ...(losses.length > 1 ? losses : []),
        ...this.#functions.map(({ metric, output }) => of(metric, output)),
      ] as Scalar[]);
    });
    const read = await values.data();
    values.dispose();
    this.#seen += size;
    for (const [i, value] of read.entries()) this.#sums[i] = (this.#sums[i] ?? 0) + value * size;
  }

  values(): readonly number[] {
    return Array.from(this.#sums, (sum) => sum / this.#seen);
  }
}
