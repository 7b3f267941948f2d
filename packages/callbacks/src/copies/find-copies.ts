import { nodeModule } from "../host/node-module.ts";
import { isLayersCopy, type LayersCopy, ownCopy } from "./layers-copy.ts";

/** A copy of TensorFlow.js and where it is from, as far as that is known. */
export interface FoundCopy {
  readonly copy: LayersCopy;
  readonly from: string | undefined;
}

const ofTensorFlow = /[\\/]@tensorflow[\\/]tfjs(?:-layers)?[\\/]/;

/**
 * The copies of TensorFlow.js in this program: this package's own first, then those that show themselves, as the global `tf`
 * of a script tag and among the modules that Node has loaded.
 *
 * A program holds two where `@tensorflow/tfjs-node` brings one of another version, or a page loads one beside its bundle.
 */
export function findCopies(): readonly FoundCopy[] {
  const from = new Map<unknown, FoundCopy>([
    [ownCopy.LayersModel, { copy: ownCopy, from: undefined }],
  ]);
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

/** The copy that a model is of, where it shows itself. */
export function copyOf(model: object): FoundCopy | undefined {
  return findCopies().find(({ copy }) =>
    Object.prototype.isPrototypeOf.call(copy.LayersModel.prototype, model),
  );
}
