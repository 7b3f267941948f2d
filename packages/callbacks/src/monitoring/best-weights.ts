import { keep, type LayersModel, type Tensor } from "@tensorflow/tfjs";

/** A copy of a model's weights, optimizer state not included. */
export class BestWeights {
  #kept: Tensor[] | undefined;

  /** The copy, or nothing where there is none. */
  get kept(): readonly Tensor[] {
    return this.#kept ?? [];
  }

  /** Copies the weights the model has now, in place of those kept before. */
  keep(model: LayersModel): void {
    // These are the live variables. A clone shares their buffer until training replaces it.
    this.keepCopies(model.getWeights());
  }

  /** Copies these weights, in place of those kept before. */
  keepCopies(weights: readonly Tensor[]): void {
    const copies = weights.map((weight) => keep(weight.clone()));
    this.release();
    this.#kept = copies;
  }

  /** Puts the copy back into the model. Returns whether there was one. */
  restore(model: LayersModel): boolean {
    if (this.#kept === undefined) {
      return false;
    }
    model.setWeights(this.#kept);
    return true;
  }

  release(): void {
    for (const weight of this.#kept ?? []) {
      weight.dispose();
    }
    this.#kept = undefined;
  }
}
