import { dispose, io, type LayersModel, type Tensor } from "@tensorflow/tfjs";
import { internalsOf } from "../layers-model/layers-model-internals.ts";
import { loadableConfig } from "../restoring/loadable-config.ts";
import { weightPlaces } from "../weights/weight-place.ts";
import { weightBytes } from "./model-json.ts";
import { slotsWhenLoaded } from "./slots-when-loaded.ts";

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
  await model.save(capture);
  const placed = (artifacts.weightSpecs ?? []).map((spec, i) => ({ ...spec, place: places[i] }));
  const whole = { ...artifacts, weightSpecs: placed };
  return includeOptimizer && model.optimizer ? withOptimizer(model, whole) : whole;
}

async function withOptimizer(
  model: LayersModel,
  artifacts: io.ModelArtifacts,
): Promise<io.ModelArtifacts> {
  const { weightSpecs = [], weightData, modelTopology } = artifacts;
  // The number of steps comes first. It throws here for an optimizer whose slots TensorFlow.js cannot load.
  const [steps] = (await model.optimizer.getWeights()) as { name: string; tensor: Tensor }[];
  const slots = await slotsWhenLoaded(model, modelTopology as object);
  const { data, specs } = await io.encodeWeights(
    [...(steps ? [steps] : []), ...slots],
    "optimizer",
  );
  dispose([steps?.tensor, ...slots.filter(({ isNew }) => isNew).map(({ tensor }) => tensor)]);
  const config = internalsOf(model).getTrainingConfig() as io.TrainingConfig;
  return {
    ...artifacts,
    weightSpecs: [...weightSpecs, ...specs],
    weightData: weightBytes([weightBytes(weightData).buffer as ArrayBuffer, data])
      .buffer as ArrayBuffer,
    trainingConfig: loadableConfig(config),
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
