import type { LayersModel } from "@tensorflow/tfjs";
import { weightsOf } from "../weights/weights-of.ts";

/** Copies of a model's weights by name, in the order of its layers. */
export async function readWeights(model: LayersModel): Promise<Map<string, Float32Array>> {
  const weights = new Map<string, Float32Array>();
  for (const weight of weightsOf(model)) {
    // Backends may give their own memory, which training would change.
    weights.set(weight.name, Float32Array.from(await weight.read().data()));
  }
  return weights;
}
