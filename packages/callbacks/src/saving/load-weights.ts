import {
  dispose,
  io,
  type LayersModel,
  type LayerVariable,
  loadLayersModel,
  type Tensor,
} from "@tensorflow/tfjs";
import { matchByNames } from "../weights/match-by-names.ts";
import { matchByShapes } from "../weights/match-by-shapes.ts";
import { matchWeights } from "../weights/match-weights.ts";
import { setWeight } from "../weights/set-weight.ts";
import { type PlacedSpec, weightPlaces } from "../weights/weight-place.ts";
import { weightsOf } from "../weights/weights-of.ts";
import { weightBytes } from "./model-json.ts";
import { saveHandler } from "./save-handler.ts";

/** Saved weights, each with its place as far as it is known. */
interface SavedWeights {
  readonly specs: readonly PlacedSpec[];
  readonly values: readonly Tensor[];
}

/**
 * Puts saved weights into a model of the same layers: what `ModelCheckpoint` saved, the whole model or its weights alone, or
 * a model that TensorFlow.js saved.
 *
 * The weights of the first layer go into the first layer that has weights, and so on through models and wrappers within the
 * model, whatever the layers are called and whichever of them are trained, when they were saved or now. Where weights
 * were saved alone by an earlier version of this package, which did not save their places, names of layers or shapes must
 * say where they belong.
 *
 * @param model of the same layers, in the same order
 * @param source a path, a TensorFlow.js URL, or a handler
 * @throws Error where there is nothing to load
 * @throws RangeError where the model is not of the layers that were saved, with the first layer that differs, and where nothing
 * says for certain which weight belongs where; the model is as it was
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 *
 * const create = (units: number) =>
 *   tf.sequential({ layers: [tf.layers.dense({ units, inputShape: [2], name: "head" })] });
 * let saved: tf.io.ModelArtifacts = {};
 * const handler = tf.io.withSaveHandler(async (artifacts) => {
 *   saved = artifacts;
 *   return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) };
 * });
 * await create(1).save(handler);
 * const model = create(1);
 * await loadWeights(model, tf.io.fromMemory(saved));
 * const failed = await loadWeights(create(3), tf.io.fromMemory(saved)).catch(String);
 * String(failed).split("; ")[1]; // "the first that differ are head (Dense) with kernel [2,3] and bias [3] in the model, head (Dense) with kernel [2,1] and bias [1] in the saved weights"
 * ```
 */
export async function loadWeights(
  model: LayersModel,
  source: string | io.IOHandler,
): Promise<void> {
  const handler = typeof source === "string" ? saveHandler("loadWeights", source) : source;
  if (handler.load === undefined) throw new Error("loadWeights: this handler cannot load");
  const { specs, values } = await savedWeights(await handler.load());
  try {
    const indices = indicesOf(model, specs);
    for (const [i, weight] of weightsOf(model).entries()) {
      setWeight(weight, values[indices[i] ?? -1] as Tensor);
    }
  } finally {
    dispose(values as Tensor[]);
  }
}

function indicesOf(model: LayersModel, specs: readonly PlacedSpec[]): readonly number[] {
  if (specs.every(({ place }) => place !== undefined)) {
    return matchWeights("loadWeights", model, specs);
  }
  const found =
    matchByNames(model, specs) ??
    matchByShapes(
      model,
      specs.map(({ shape }) => shape),
    );
  if (found !== undefined) return found;
  checkShapes(model, specs);
  throw new RangeError(
    "loadWeights: these weights were saved without their places, and neither layer names nor shapes tell for certain where each " +
      "belongs. Load them into a model with the layer names of that time, and save that model",
  );
}

/** Refuses weights that cannot be the model's in any order. */
function checkShapes(model: LayersModel, specs: readonly PlacedSpec[]): void {
  const weights = weightsOf(model);
  const listed = new Map(specs.map(({ name, shape }) => [name, `[${shape}]`]));
  const shapes = [...listed.values()];
  const isOther = ({ shape }: LayerVariable) => !shapes.includes(`[${shape}]`);
  const unlike = weights.find(isOther);
  if (unlike === undefined && weights.length === listed.size) return;
  const which = unlike === undefined ? "" : `, among them ${unlike.originalName} [${unlike.shape}]`;
  throw new RangeError(
    `loadWeights: the model must have the layers that were saved. It has ${weights.length} weights${which}. ` +
      `Received: ${[...listed].map((each) => each.join(" ")).join(", ") || "none"}`,
  );
}

/** The weights of a model in a save; those of an optimizer follow them there. */
async function savedWeights(artifacts: io.ModelArtifacts): Promise<SavedWeights> {
  const { weightSpecs = [], weightData, modelTopology } = artifacts;
  const specs: readonly PlacedSpec[] = weightSpecs.filter(({ group }) => group !== "optimizer");
  if (modelTopology && !specs.every(({ place }) => place !== undefined)) {
    // Layers of the user's own may be unknown here; then only their names are known.
    const found = await weightsOfTopology(artifacts).catch(() => undefined);
    if (found !== undefined) return found;
  }
  const bytes = weightBytes(weightData).buffer as ArrayBuffer;
  return { specs, values: decodeWeights(bytes, specs) };
}

/** The weights of a model that was saved with its layers: TensorFlow.js puts them in their places by its names. */
async function weightsOfTopology(artifacts: io.ModelArtifacts): Promise<SavedWeights> {
  const { trainingConfig: _, ...parts } = artifacts;
  const saved = await loadLayersModel(io.fromMemory(parts));
  const places = [...weightPlaces(saved)];
  const specs = places.map(([{ originalName: name, shape, dtype }, place]) => ({
    name,
    shape: shape as number[],
    dtype: dtype as "float32",
    place,
  }));
  const values = places.map(([weight]) => weight.read().clone());
  saved.dispose();
  return { specs, values };
}

/** The tensors of saved weights, one for each entry: names that appear twice are told apart. */
function decodeWeights(
  data: ArrayBuffer,
  specs: readonly io.WeightsManifestEntry[],
): readonly Tensor[] {
  const numbered = specs.map((spec, i) => ({ ...spec, name: String(i) }));
  const tensors = io.decodeWeights(data, numbered);
  return numbered.map(({ name }) => tensors[name] as Tensor);
}
