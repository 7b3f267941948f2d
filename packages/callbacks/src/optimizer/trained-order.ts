import type { LayersModel, LayerVariable } from "@tensorflow/tfjs";
import { trainedModelOf } from "../layers-model/layers-model-internals.ts";

/**
 * The weights of a model in the order in which TensorFlow.js gives their gradients to the optimizer, which tells the slots of
 * different weights apart by this order alone: those that were trained when the model was compiled. One that is frozen
 * since keeps its place, and has no gradient.
 */
export function trainedOrder(model: LayersModel): readonly LayerVariable[] {
  const { collectedTrainableWeights = model.trainableWeights } = trainedModelOf(model) as {
    readonly collectedTrainableWeights?: readonly LayerVariable[];
  };
  return collectedTrainableWeights;
}
