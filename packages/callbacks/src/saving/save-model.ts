import { io, type LayersModel } from "@tensorflow/tfjs";

export interface SaveModelArgs {
  readonly handler: io.IOHandler;
  readonly weightsOnly: boolean;
  readonly includeOptimizer: boolean;
  /** Saved with the model, safe for JSON. */
  readonly metadata?: object;
}

/** What TensorFlow.js writes of a model's compile arguments. */
interface TrainingConfig {
  readonly metrics?: unknown;
}

/** Saves a model, or its weights alone, through a handler. */
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
  await model.save(capture, { includeOptimizer });
  const config = artifacts.trainingConfig as TrainingConfig | undefined;
  if (config === undefined) return artifacts;
  // TensorFlow.js writes the names of metrics it does not know when it loads them, and then refuses the model.
  const { metrics: _, ...known } = config;
  return { ...artifacts, trainingConfig: known as unknown as io.TrainingConfig };
}

async function weightArtifacts(model: LayersModel): Promise<io.ModelArtifacts> {
  const named = model.weights.map((weight) => ({
    name: weight.originalName,
    tensor: weight.read(),
  }));
  const { data, specs } = await io.encodeWeights(named);
  return { format: "layers-model", generatedBy: "Epochal", weightSpecs: specs, weightData: data };
}
