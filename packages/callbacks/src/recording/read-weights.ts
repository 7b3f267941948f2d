import type { LayersModel } from "@tensorflow/tfjs";

/** Copies of a model's weights by name, in the order of its layers. */
export async function readWeights(model: LayersModel): Promise<Map<string, Float32Array>> {
  const weights = new Map<string, Float32Array>();
  for (const weight of model.weights) {
    // Backends may give their own memory, which training would change.
    weights.set(weight.name, Float32Array.from(await weight.read().data()));
  }
  return weights;
}
