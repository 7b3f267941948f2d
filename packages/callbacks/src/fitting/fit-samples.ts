import { slice, type Tensor } from "@tensorflow/tfjs";
import { internalsOf } from "../streaming/layers-model-internals.ts";
import type { SampleWeights } from "./batch-training.ts";

export interface FitSamplesArgs {
  readonly x: unknown;
  readonly y: unknown;
  readonly batchSize: number;
  /** How much each class counts in the loss, as `fit()` of TensorFlow.js takes it. */
  readonly classWeight?: unknown;
}

/**
 * Samples as TensorFlow.js' own `fit()` prepares them: a tensor for each input and output in the model's order, of rank 2 or
 * higher, its shape checked against the model and its loss.
 */
export class FitSamples {
  readonly xs: readonly Tensor[];
  readonly ys: readonly Tensor[];
  /** How much each sample counts in the loss, for each output; empty where all count the same. */
  readonly weights: SampleWeights;
  readonly size: number;
  readonly #made: readonly Tensor[];

  /** @throws Error where the data do not fit the model, with what TensorFlow.js says of it */
  static async of(model: object, args: FitSamplesArgs): Promise<FitSamples> {
    const { x, y, batchSize, classWeight = null } = args;
    const [xs, ys, weights] = await internalsOf(model).standardizeUserData(
      x,
      y,
      null,
      classWeight,
      false,
      batchSize,
    );
    const given = new Set([x, y, ...Object.values(Object(x)), ...Object.values(Object(y))]);
    const made = [...xs, ...ys].filter((tensor) => !given.has(tensor));
    return new FitSamples(xs, ys, weights ?? [], made);
  }

  private constructor(
    xs: readonly Tensor[],
    ys: readonly Tensor[],
    weights: readonly (Tensor | null | undefined)[],
    made: readonly Tensor[],
  ) {
    this.xs = xs;
    this.ys = ys;
    this.weights = weights.map((each) => each ?? undefined);
    this.#made = [...made, ...this.weights.filter((each) => each !== undefined)];
    this.size = xs[0]?.shape[0] ?? 0;
  }

  /** Copies of the samples from `start` on, up to `end`. */
  part(start: number, end: number): FitSamples {
    const cut = (tensor: Tensor) => slice(tensor, start, end - start);
    const [xs, ys] = [this.xs.map(cut), this.ys.map(cut)];
    const weights = this.weights.map((each) => each && cut(each));
    return new FitSamples(xs, ys, weights, [...xs, ...ys]);
  }

  /** Frees the tensors that were made for it; what was given stays. */
  dispose(): void {
    for (const tensor of this.#made) tensor.dispose();
  }
}
