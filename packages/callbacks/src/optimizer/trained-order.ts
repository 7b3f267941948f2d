import type { LayersModel, LayerVariable } from "@tensorflow/tfjs";
import { trainedModelOf } from "../layers-model/layers-model-internals.ts";

/**
 * The weights of a model in the order in which TensorFlow.js gives their gradients to the optimizer, which tells slots
 * apart only by this order: the weights that were trained when the model was compiled. A weight frozen
 * since then keeps its place, and has no gradient.
 */
export function trainedOrder(model: LayersModel): readonly LayerVariable[] {
  const { collectedTrainableWeights = model.trainableWeights } = trainedModelOf(model) as {
    readonly collectedTrainableWeights?: readonly LayerVariable[];
  };
  return collectedTrainableWeights;
}
