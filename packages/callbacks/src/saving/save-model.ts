import { io, type LayersModel } from "@tensorflow/tfjs";
import { loadableConfig } from "../restoring/loadable-config.ts";
import { weightPlaces } from "../weights/weight-place.ts";

export interface SaveModelArgs {
  readonly handler: io.IOHandler;
  readonly weightsOnly: boolean;
  readonly includeOptimizer: boolean;
  /** Saved with the model, safe for JSON. */
  readonly metadata?: object;
}

/** Saves a model, or its weights alone, through a handler: in TensorFlow.js' form, and each weight with its place. */
export async function saveModel(
  model: LayersModel,
  { handler, weightsOnly, includeOptimizer, metadata }: SaveModelArgs,
): Promise<void> {
  const artifacts = weightsOnly
    ? await weightArtifacts(model)
    : await modelArtifacts(model, includeOptimizer);
  if (handler.save === undefined) throw new Error("this handler cannot save, only load");
  await handler.save(
    metadata === undefined
      ? artifacts
      : { ...artifacts, userDefinedMetadata: { ...artifacts.userDefinedMetadata, ...metadata } },
  );
}

async function modelArtifacts(
  model: LayersModel,
  includeOptimizer: boolean,
): Promise<io.ModelArtifacts> {
  let artifacts: io.ModelArtifacts = {};
  const capture = io.withSaveHandler(async (given) => {
    artifacts = given;
    return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: "JSON" as const } };
  });
  const places = placesInOrder(model);
  await model.save(capture, { includeOptimizer });
  const { trainingConfig, weightSpecs = [] } = artifacts;
  const placed = weightSpecs.map((spec, i) =>
    i < places.length ? { ...spec, place: places[i] } : spec,
  );
  return {
    ...artifacts,
    weightSpecs: placed,
    ...(trainingConfig && { trainingConfig: loadableConfig(trainingConfig) }),
  };
}

/** The places of a model's weights, in the order in which TensorFlow.js lists and saves them now. */
function placesInOrder(model: LayersModel) {
  const places = weightPlaces(model);
  return model.weights.map((weight) => places.get(weight));
}

async function weightArtifacts(model: LayersModel): Promise<io.ModelArtifacts> {
  const places = [...weightPlaces(model)];
  const { data, specs } = await io.encodeWeights(
    places.map(([weight]) => ({ name: weight.originalName, tensor: weight.read() })),
  );
  const placed = specs.map((spec, i) => ({ ...spec, place: places[i]?.[1] }));
  return { format: "layers-model", generatedBy: "Epochal", weightSpecs: placed, weightData: data };
}
