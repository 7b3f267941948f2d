import type { LayerVariable, layers } from "@tensorflow/tfjs";

/** The weights of a layer that gradients never change, frozen or not, such as the statistics of batch normalization. */
export function neverTrained(layer: layers.Layer): readonly LayerVariable[] {
  const { _nonTrainableWeights: weights = [] } = layer as unknown as {
    readonly _nonTrainableWeights?: readonly LayerVariable[];
  };
  return weights;
}
