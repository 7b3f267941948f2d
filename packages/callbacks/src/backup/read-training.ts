import { dispose, io, type LayersModel, type Tensor } from "@tensorflow/tfjs";
import type { NamedTensor } from "../optimizer/named-tensor.ts";
import { optimizerWeights } from "../optimizer/optimizer-weights.ts";

/** All weights of a model, its optimizer and what its callbacks keep, as TensorFlow.js saves them. */
export async function readTraining(
  model: LayersModel,
  ofCallbacks: readonly (readonly Tensor[])[],
): Promise<{ readonly weightSpecs: io.WeightsManifestEntry[]; readonly weightData: ArrayBuffer }> {
  const slots = await optimizerWeights(model);
  const named: NamedTensor[] = [
    ...model.weights.map((weight, i) => ({ name: `model/${i}`, tensor: weight.read() })),
    ...slots.map(({ tensor }, i) => ({ name: `optimizer/${i}`, tensor })),
    ...ofCallbacks.flatMap((tensors, i) =>
      tensors.map((tensor, j) => ({ name: `callback-${i}/${j}`, tensor })),
    ),
  ];
  const { data, specs } = await io.encodeWeights(named);
  // The number of steps is a tensor made for the answer; the slots are the optimizer's own.
  dispose(slots.slice(0, 1).map(({ tensor }) => tensor));
  return { weightSpecs: specs, weightData: data };
}
