import { io, type LayersModel, type Tensor } from "@tensorflow/tfjs";
import type { NamedTensor } from "../optimizer/named-tensor.ts";
import { setOptimizerWeights } from "../optimizer/optimizer-weights.ts";

interface Weights {
  readonly weightSpecs: io.WeightsManifestEntry[];
  readonly weightData: ArrayBuffer;
}

/**
 * Puts the weights of a backup into a model and its optimizer. Throws a `RangeError` where it is of another model.
 *
 * Returns all tensors of the backup by name, for the caller to dispose of.
 */
export async function restoreTraining(
  model: LayersModel,
  { weightSpecs, weightData }: Weights,
): Promise<Readonly<Record<string, Tensor>>> {
  const ofModel = weightSpecs.filter(({ name }) => name.startsWith("model/"));
  const shapes = ofModel.map(({ shape }) => `[${shape}]`).join(" ");
  const expected = model.weights.map(({ shape }) => `[${shape}]`).join(" ");
  if (shapes !== expected) {
    throw new RangeError(
      `BackupAndRestore: the backup must be of this model, with weights ${expected}. Received: ${shapes}`,
    );
  }
  const named = io.decodeWeights(weightData, weightSpecs);
  const list = weightSpecs
    .filter(({ name }) => !name.startsWith("callback-"))
    .map(({ name }): NamedTensor => ({ name, tensor: named[name] as never }));
  model.setWeights(list.slice(0, ofModel.length).map(({ tensor }) => tensor));
  await setOptimizerWeights(model, list.slice(ofModel.length));
  return named;
}
