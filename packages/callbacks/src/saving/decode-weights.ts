import { io, type Tensor } from "@tensorflow/tfjs";

/** The tensors of saved weights, one for each entry: names that appear twice are told apart. */
export function decodeWeights(
  data: ArrayBuffer,
  specs: readonly io.WeightsManifestEntry[],
): readonly Tensor[] {
  const numbered = specs.map((spec, i) => ({ ...spec, name: String(i) }));
  const tensors = io.decodeWeights(data, numbered);
  return numbered.map(({ name }) => tensors[name] as Tensor);
}
