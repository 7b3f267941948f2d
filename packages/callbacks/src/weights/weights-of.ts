import type { LayersModel, LayerVariable } from "@tensorflow/tfjs";
import { weightGroups } from "./weight-groups.ts";

/** Each weight of a model once, in the order of its layers, whichever of them are trained. */
export function weightsOf(model: LayersModel): readonly LayerVariable[] {
  return weightGroups(model).flatMap(({ weights }) => weights);
}
