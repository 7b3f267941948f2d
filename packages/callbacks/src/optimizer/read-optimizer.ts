import type { LayersModel, LayerVariable, Tensor } from "@tensorflow/tfjs";
import { nameWithinLayer } from "../weights/weight-place.ts";
import { weightsOf } from "../weights/weights-of.ts";
import { optimizerProducts } from "./optimizer-products.ts";
import type { OptimizerState } from "./optimizer-state.ts";
import { type Slot, slotLists } from "./slot-lists.ts";
import { trainedOrder } from "./trained-order.ts";

/** The state of a model's optimizer and its values, which still belong to the optimizer. */
export function readOptimizer(model: LayersModel): {
  readonly state: OptimizerState;
  readonly tensors: readonly Tensor[];
} {
  const { optimizer } = model;
  const weights = weightsOf(model);
  const order = trainedOrder(model);
  const products = optimizerProducts(optimizer);
  const slots = [...slotLists(optimizer)].flatMap(([list, all]) =>
    all.map((slot, i) => ({
      place: {
        list,
        kind: nameWithinLayer(slot.originalName),
        weight: weights.indexOf((weightOfSlot(slot, weights) ?? order[i]) as LayerVariable),
      },
      tensor: slot.variable,
    })),
  );
  const state: OptimizerState = {
    className: optimizer.getClassName(),
    iterations: optimizer.iterations,
    slots: slots.map(({ place }) => place),
    products: [...products.keys()],
  };
  return { state, tensors: [...slots.map(({ tensor }) => tensor), ...products.values()] };
}

/** The weight of a slot, by its name in this program or in the program that saved the slot. */
function weightOfSlot(
  { originalName }: Pick<Slot, "originalName">,
  weights: readonly LayerVariable[],
): LayerVariable | undefined {
  const name = originalName.slice(0, originalName.lastIndexOf("/"));
  const saved = weights.filter((weight) => weight.originalName === name);
  return (
    weights.find((weight) => weight.name === name) ?? (saved.length === 1 ? saved[0] : undefined)
  );
}
