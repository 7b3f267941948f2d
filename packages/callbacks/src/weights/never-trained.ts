import type { LayerVariable, layers } from "@tensorflow/tfjs";

/** The weights of a layer that no training changes by gradients, frozen or not, such as the statistics of batches. */
export function neverTrained(layer: layers.Layer): readonly LayerVariable[] {
  const { _nonTrainableWeights: weights = [] } = layer as unknown as {
    readonly _nonTrainableWeights?: readonly LayerVariable[];
  };
  return weights;
}
