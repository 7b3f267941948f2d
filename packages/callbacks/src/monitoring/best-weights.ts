import { keep, type LayersModel, type LayerVariable, type Tensor } from "@tensorflow/tfjs";
import { keptWeights } from "../weights/kept-weights.ts";
import { setWeight } from "../weights/set-weight.ts";
import { weightsOf } from "../weights/weights-of.ts";

/** A copy of a model's weights, optimizer state not included. */
export class BestWeights {
  #kept: ReadonlyMap<LayerVariable, Tensor> = new Map();
  #places: readonly number[] = [];

  /** The copy, in the order of the layers; empty where there is none. */
  get kept(): readonly Tensor[] {
    return [...this.#kept.values()];
  }

  /** Which weights of the model the copy is of, counted by layers. */
  get places(): readonly number[] {
    return this.#places;
  }

  /** Copies the weights the model has now, in place of those kept before. */
  keep(model: LayersModel): void {
    const weights = weightsOf(model);
    // A clone shares the buffer of the variable until training replaces it.
    this.#keep(
      weights,
      weights.map((weight) => weight.read()),
    );
    this.#places = weights.map((_, i) => i);
  }

  /** Copies what `kept` and `places` gave, of this model or one of the same layers, in place of what was kept before. */
  keepCopies(
    model: LayersModel,
    values: readonly Tensor[],
    places: readonly number[] | undefined,
  ): void {
    const weights = keptWeights("EarlyStopping", model, values, places);
    this.#keep(weights, values);
    this.#places = weights.map((weight) => weightsOf(model).indexOf(weight));
  }

  /** Puts the copy back into the model it is of, whichever layers are trained by now. Returns whether there was one. */
  restore(): boolean {
    for (const [weight, value] of this.#kept) setWeight(weight, value);
    return this.#kept.size > 0;
  }

  release(): void {
    for (const value of this.#kept.values()) value.dispose();
    this.#kept = new Map();
    this.#places = [];
  }

  #keep(weights: readonly LayerVariable[], values: readonly Tensor[]): void {
    const copies = values.map((value) => keep(value.clone()));
    this.release();
    this.#kept = new Map(weights.map((weight, i) => [weight, copies[i] as Tensor]));
  }
}
