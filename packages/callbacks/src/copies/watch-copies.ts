import { nodeModule } from "../host/node-module.ts";
import { isLayersCopy, type LayersCopy } from "./layers-copy.ts";
import { shownCopies } from "./shown-copies.ts";

const mayBe = /tensorflow|tfjs/i;

/**
 * Calls back with every copy of TensorFlow.js that shows itself, once each: with those that are there at once, and in Node with
 * each that is loaded later, as soon as it is. Returns a function that ends this.
 *
 * Node loads TensorFlow.js as CommonJS, whether it is imported or required: so there is one place to look.
 *
 * @param own a copy that may not show itself, such as the one in the same bundle
 */
export function watchCopies(found: (copy: LayersCopy) => void, own?: LayersCopy): () => void {
  const seen = new Set<unknown>();
  const look = (given: unknown) => {
    if (!isLayersCopy(given) || seen.has(given.LayersModel)) return;
    seen.add(given.LayersModel);
    found(given);
  };
  look(own);
  for (const { copy } of shownCopies()) look(copy);
  const loader = nodeModule("node:module");
  const load = loader?._load;
  if (loader === undefined || load === undefined) return () => {};
  let isWatching = true;
  function watch(this: unknown, ...given: unknown[]): unknown {
    const loaded: unknown = load?.apply(this, given);
    if (isWatching && mayBe.test(String(given[0]))) look(loaded);
    return loaded;
  }
  loader._load = watch;
  return () => {
    isWatching = false;
    // Somebody else may have put a function of his own around it.
    if (loader._load === watch) loader._load = load;
  };
}
