import { nodeModule } from "../host/node-module.ts";
import { isLayersCopy, type LayersCopy } from "./layers-copy.ts";

/** A copy of TensorFlow.js and where it is from, as far as that is known. */
export interface FoundCopy {
  readonly copy: LayersCopy;
  readonly from: string | undefined;
}

const ofTensorFlow = /[\\/]@tensorflow[\\/]tfjs(?:-layers)?[\\/]/;

/**
 * The copies of TensorFlow.js that show themselves: as the global `tf` of a script tag, and among the modules that Node has
 * loaded. Loads none itself.
 */
export function shownCopies(): readonly FoundCopy[] {
  const from = new Map<unknown, FoundCopy>();
  const add = (copy: unknown, place: string) => {
    // A package gives the names of those it is made of, too, which Node has in its list behind it.
    if (isLayersCopy(copy)) from.set(copy.LayersModel, { copy, from: place });
  };
  add(Object(globalThis).tf, "the global tf of a script tag");
  for (const [file, module] of Object.entries(nodeModule("node:module")?._cache ?? {})) {
    if (ofTensorFlow.test(file)) add(module?.exports, file);
  }
  return [...from.values()];
}
