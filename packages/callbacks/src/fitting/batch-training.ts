import { type Tensor, tidy } from "@tensorflow/tfjs";
import { internalsOf } from "../streaming/layers-model-internals.ts";

/** How much each sample counts in the loss, for each output; empty, or undefined for one, where all count the same. */
export type SampleWeights = readonly (Tensor | undefined)[];

/** The tensors of a batch, in the order of the model's inputs and outputs. */
export interface FitBatch {
  readonly xs: readonly Tensor[];
  readonly ys: readonly Tensor[];
  readonly weights: SampleWeights;
}

/**
 * Trains on the batches of one fit: hands the weights of samples to the model, whose train function knows them but is never
 * given any by `fitDataset()`, and frees what a batch that fails leaves behind.
 *
 * Only the train function that is made before `end()` is fed.
 */
export class BatchTraining {
  #batch: FitBatch | undefined;
  readonly #detach: () => void;

  constructor(model: object) {
    const inner = internalsOf(model);
    const own = Object.getOwnPropertyDescriptor(inner, "makeTrainFunction");
    const { makeTrainFunction } = inner;
    inner.makeTrainFunction = () => {
      const train = makeTrainFunction.call(inner);
      return (data) => tidy(() => train([...data, ...((this.#batch?.weights ?? []) as Tensor[])]));
    };
    this.#detach = () => {
      if (own === undefined) Reflect.deleteProperty(inner, "makeTrainFunction");
      else Object.defineProperty(inner, "makeTrainFunction", own);
    };
  }

  /** Takes the batch that is trained on next. */
  begin(batch: FitBatch): void {
    this.#free();
    this.#batch = batch;
  }

  end(): void {
    this.#free();
    this.#detach();
  }

  #free(): void {
    const { xs, ys, weights } = this.#batch ?? { xs: [], ys: [], weights: [] };
    this.#batch = undefined;
    for (const tensor of [...xs, ...ys, ...weights]) {
      if (tensor?.isDisposed === false) tensor.dispose();
    }
  }
}
