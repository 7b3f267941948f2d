import type { FitEvent } from "@epochal/record";
import type { LayersModel } from "@tensorflow/tfjs";

type Weights = LayersModel["trainableWeights"];

/** The size of the model that a fit trains, and how much of it is trained: frozen weights are not. */
export function modelFacts(
  model: LayersModel,
): Pick<FitEvent, "model" | "trainedParameters" | "parameters"> {
  // The weights that compile() saw are trained, whatever was frozen since.
  const compiled = (model as object as { collectedTrainableWeights?: Weights })
    .collectedTrainableWeights;
  const trained = compiled ?? model.trainableWeights;
  return {
    // TensorFlow.js trains the model within a Sequential, under the name of that model.
    model: model.name.replace(/^(sequential_\d+)_model$/, "$1"),
    trainedParameters: trained.reduce((sum, { shape }) => sum + sizeOf(shape), 0),
    parameters: model.countParams(),
  };
}

const sizeOf = (shape: readonly (number | null)[]) =>
  shape.reduce<number>((size, dimension) => size * (dimension ?? 1), 1);
