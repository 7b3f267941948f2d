import type { Tensor } from "@tensorflow/tfjs";
import { noteWeights, type SampleWeights } from "../layers-model/sample-weights.ts";

/** The tensors of a batch, in the order of the model's inputs and outputs. */
export interface FitBatch {
  readonly xs: readonly Tensor[];
  readonly ys: readonly Tensor[];
  readonly weights: SampleWeights;
  /** Other tensors that were made for it. */
  readonly others?: readonly Tensor[];
}

/**
 * The current batch of a pass over data. It tells the model how much its samples count, and is freed when the next one comes,
 * except what TensorFlow.js has freed by then.
 */
export class CurrentBatch {
  #batch: FitBatch | undefined;

  begin(batch: FitBatch): void {
    this.end();
    this.#batch = batch;
    noteWeights(batch.ys[0], batch.weights);
  }

  end(): void {
    const { xs = [], ys = [], weights = [], others = [] } = this.#batch ?? {};
    this.#batch = undefined;
    for (const tensor of [...xs, ...ys, ...weights, ...others]) {
      if (tensor?.isDisposed === false) tensor.dispose();
    }
  }
}
