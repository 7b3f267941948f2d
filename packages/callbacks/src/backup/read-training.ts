import { io, type LayersModel, type Tensor } from "@tensorflow/tfjs";
import type { OptimizerState } from "../optimizer/optimizer-state.ts";
import { readOptimizer } from "../optimizer/read-optimizer.ts";
import { type PlacedSpec, weightPlaces } from "../weights/weight-place.ts";

/** The state of a training's optimizer, and all weights of the model, the optimizer and the callbacks, as TensorFlow.js saves them. */
interface SavedTraining {
  readonly optimizer: OptimizerState;
  readonly weights: {
    readonly weightSpecs: io.WeightsManifestEntry[];
    readonly weightData: ArrayBuffer;
  };
}

/** All weights of a model, its optimizer and what its callbacks keep, each with its place. */
export async function readTraining(
  model: LayersModel,
  ofCallbacks: readonly (readonly Tensor[])[],
): Promise<SavedTraining> {
  const places = [...weightPlaces(model)];
  const { state, tensors } = readOptimizer(model);
  const { data, specs } = await io.encodeWeights([
    ...places.map(([weight], i) => ({ name: `model/${i}`, tensor: weight.read() })),
    ...tensors.map((tensor, i) => ({ name: `optimizer/${i}`, tensor })),
    ...ofCallbacks.flatMap((list, i) =>
      list.map((tensor, j) => ({ name: `callback-${i}/${j}`, tensor })),
    ),
  ]);
  const weightSpecs: PlacedSpec[] = specs.map((spec, i) => {
    const place = places[i]?.[1];
    return place === undefined ? spec : { ...spec, place };
  });
  return { optimizer: state, weights: { weightSpecs, weightData: data } };
}
