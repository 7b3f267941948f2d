import { keep, type LayersModel, type Tensor } from "@tensorflow/tfjs";

/** A copy of a model's weights, optimizer state not included. */
export class BestWeights {
  #kept: Tensor[] | undefined;

  /** Copies the weights the model has now, in place of those kept before. */
  keep(model: LayersModel): void {
    // getWeights() returns the live variables. A clone shares their buffer until training replaces it.
    const copies = model.getWeights().map((weight) => keep(weight.clone()));
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
