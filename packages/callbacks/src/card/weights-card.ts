import type { RunCard } from "@epochal/record";
import type { LayersModel } from "@tensorflow/tfjs";
import { weightsOf } from "../weights/weights-of.ts";
import { sha256 } from "./sha256.ts";

/** What a training starts from: all weights, in the order of the layers, whichever of them are trained. */
export async function weightsCard(model: LayersModel): Promise<RunCard["weights"]> {
  const values = await Promise.all(weightsOf(model).map((weight) => weight.read().data()));
  const hash = await sha256(...(values as readonly ArrayBufferView[]));
  return hash === undefined ? undefined : { hash };
}
