import type { io, LayersModel } from "@tensorflow/tfjs";
import { optimizerProducts } from "../optimizer/optimizer-products.ts";
import type { OptimizerState } from "../optimizer/optimizer-state.ts";
import { slotLists } from "../optimizer/slot-lists.ts";
import { weightsOf } from "../weights/weights-of.ts";

/**
 * What the slots of a backup of version 1 are: it saved the number of steps, the slots of each list, and the products.
 *
 * @param indices for each weight of the model the index of the one in the backup: those that were trained came first
 * @param saved the entries of the optimizer
 * @returns undefined where they are of another optimizer, or of other weights than those that came first
 */
export function earlierOptimizer(
  model: LayersModel,
  indices: readonly number[],
  saved: readonly io.WeightsManifestEntry[],
): OptimizerState | undefined {
  const { optimizer } = model;
  const weights = weightsOf(model);
  const products = [...optimizerProducts(optimizer).keys()];
  const { centered } = optimizer as unknown as { readonly centered?: boolean };
  const lists = [...slotLists(optimizer).keys()].filter(
    (list) => list !== "accumulatedMeanGrads" || centered === true,
  );
  if (saved.length === 0) {
    return { iterations: 0, slots: [], products: [] };
  }
  const slots = saved.slice(1, saved.length - products.length);
  const trained = lists.length === 0 ? 0 : slots.length / lists.length;
  const order = Array.from({ length: Math.ceil(trained) }, (_, i) => indices.indexOf(i));
  const places = lists.flatMap((list) => order.map((weight) => ({ list, kind: list, weight })));
  const fits =
    places.length === slots.length &&
    places.every(({ weight }, i) => weights[weight]?.shape.join() === slots[i]?.shape.join());
  return fits ? { iterations: 0, slots: places, products } : undefined;
}
