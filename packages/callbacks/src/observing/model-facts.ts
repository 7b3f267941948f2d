import type { FitEvent } from "@epochal/record";
import type { LayersModel } from "@tensorflow/tfjs";

type Weights = LayersModel["trainableWeights"];

/** Which model a fit trains, and how much of it: what is frozen is not trained. */
export function modelFacts(
  model: LayersModel,
): Pick<FitEvent, "model" | "trainedParameters" | "parameters"> {
  // Those that compile() saw are trained, whatever was frozen since.
  const compiled = (model as object as { collectedTrainableWeights?: Weights })
    .collectedTrainableWeights;
  const trained = compiled ?? model.trainableWeights;
  return {
    // TensorFlow.js trains the model within a Sequential, and calls it so.
    model: model.name.replace(/^(sequential_\d+)_model$/, "$1"),
    trainedParameters: trained.reduce((sum, { shape }) => sum + sizeOf(shape), 0),
    parameters: model.countParams(),
  };
}

const sizeOf = (shape: readonly (number | null)[]) =>
  shape.reduce<number>((size, dimension) => size * (dimension ?? 1), 1);
