import { mul, slice, type Tensor } from "@tensorflow/tfjs";
import { weightTensors } from "../arrays/weight-tensors.ts";
import { internalsOf } from "../layers-model/layers-model-internals.ts";
import type { SampleWeights } from "../layers-model/sample-weights.ts";

export interface FitSamplesArgs {
  /** The caller, for errors: `"fit"`. */
  readonly owner: string;
  readonly x: unknown;
  readonly y: unknown;
  readonly batchSize?: number;
  /** How much each class counts, as `fit()` of TensorFlow.js takes it. */
  readonly classWeight?: unknown;
  /** How much each sample counts, for the only output or for all, in a list, or by name. */
  readonly sampleWeight?: unknown;
}

/**
 * Samples as TensorFlow.js' own `fit()` prepares them: a tensor for each input and output in the model's order, of rank 2 or
 * higher, its shape checked against the model and its loss.
 */
export class FitSamples {
  readonly xs: readonly Tensor[];
  readonly ys: readonly Tensor[];
  /** How much each sample counts, by its own weight and its class. */
  readonly weights: SampleWeights;
  readonly size: number;
  /** The weights without those of classes: validation knows none. */
  readonly #own: SampleWeights;
  /** The tensors that were made for it, and not given. */
  readonly made: readonly Tensor[];

  /** @throws Error where the data do not fit the model, with what TensorFlow.js says of it */
  static async of(model: object, args: FitSamplesArgs): Promise<FitSamples> {
    const { owner, x, y, batchSize, classWeight = null, sampleWeight: given } = args;
    const inner = internalsOf(model);
    const [xs, ys, classes] = await inner.standardizeUserData(
      x,
      y,
      null,
      classWeight,
      false,
      batchSize,
    );
    const before = new Set([x, y, ...Object.values(Object(x)), ...Object.values(Object(y))]);
    const made = [...xs, ...ys].filter((tensor) => !before.has(tensor));
    const byClass = (classes ?? []).map((each) => each ?? undefined);
    made.push(...defined(byClass));
    try {
      const own = weightTensors({ owner, given, labels: ys, outputNames: inner.outputNames });
      made.push(...defined(own));
      const weights = products(own, byClass);
      made.push(...defined(weights).filter((each) => !made.includes(each)));
      return new FitSamples({ xs, ys, weights, own, made });
    } catch (error) {
      for (const tensor of made) tensor.dispose();
      throw error;
    }
  }

  private constructor(parts: {
    readonly xs: readonly Tensor[];
    readonly ys: readonly Tensor[];
    readonly weights: SampleWeights;
    readonly own: SampleWeights;
    readonly made: readonly Tensor[];
  }) {
    this.xs = parts.xs;
    this.ys = parts.ys;
    this.weights = parts.weights;
    this.#own = parts.own;
    this.made = parts.made;
    this.size = parts.xs[0]?.shape[0] ?? 0;
  }

  /** Copies of the samples from `start` on, up to `end`; `byClass` says whether their classes weigh them. */
  part(start: number, end: number, { byClass }: { readonly byClass: boolean }): FitSamples {
    const cut = (tensor: Tensor) => slice(tensor, start, end - start);
    const [xs, ys] = [this.xs.map(cut), this.ys.map(cut)];
    const weights = (byClass ? this.weights : this.#own).map((each) => each && cut(each));
    const made = [...xs, ...ys, ...defined(weights)];
    return new FitSamples({ xs, ys, weights, own: byClass ? [] : weights, made });
  }

  /** Frees the tensors that were made for it; what was given stays. */
  dispose(): void {
    for (const tensor of this.made) tensor.dispose();
  }
}

function defined(tensors: SampleWeights): Tensor[] {
  return tensors.filter((each) => each !== undefined);
}

/** For each output the product of both, or the one that is given. */
function products(a: SampleWeights, b: SampleWeights): SampleWeights {
  const outputs = Math.max(a.length, b.length);
  return Array.from({ length: outputs }, (_, i) => {
    const [one, other] = [a[i], b[i]];
    return one !== undefined && other !== undefined ? mul(one, other) : (one ?? other);
  });
}
