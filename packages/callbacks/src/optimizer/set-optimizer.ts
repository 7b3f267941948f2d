import {
  type LayersModel,
  type LayerVariable,
  type Tensor,
  type Variable,
  variable,
} from "@tensorflow/tfjs";
import { weightsOf } from "../weights/weights-of.ts";
import { firstSlotValue } from "./first-slot-value.ts";
import { optimizerProducts } from "./optimizer-products.ts";
import type { OptimizerState } from "./optimizer-state.ts";
import { type Slot, setSlotList, slotLists } from "./slot-lists.ts";
import { trainedOrder } from "./trained-order.ts";

/**
 * Puts copies of the result of `readOptimizer` into a model's optimizer, and disposes of the old values.
 *
 * Each slot goes to the place of its weight among those trained now; a weight without a slot gets a new one.
 */
export function setOptimizer(
  model: LayersModel,
  { iterations, slots, products }: OptimizerState,
  tensors: readonly Tensor[],
): void {
  const { optimizer } = model;
  const weights = weightsOf(model);
  const firstSlot = (weight: LayerVariable, kind: string): Slot => {
    const value = firstSlotValue(optimizer, weight);
    const slot = slotOf(weight, kind, value);
    value.dispose();
    return slot;
  };
  for (const [list, before] of slotLists(optimizer)) {
    for (const slot of before) slot.variable.dispose();
    const left = [...slots.entries()].filter(([, place]) => place.list === list);
    const kind = left[0]?.[1].kind ?? list;
    const take = (weight: number): Tensor | undefined => {
      const at = left.findIndex(([, place]) => place.weight === weight);
      return at < 0 ? undefined : tensors[left.splice(at, 1)[0]?.[0] as number];
    };
    const order = left.length === 0 ? [] : trainedOrder(model);
    const own = order.map((weight) => {
      const saved = take(weights.indexOf(weight));
      return saved === undefined ? firstSlot(weight, kind) : slotOf(weight, kind, saved);
    });
    // Slots of weights that are not trained now, for a later training that unfreezes them.
    const rest = left.map(
      ([i, place]): Slot => slotOf(weights[place.weight], kind, tensors[i] as Tensor),
    );
    setSlotList(optimizer, list, [...own, ...rest]);
  }
  Reflect.set(optimizer, "iterations_", iterations);
  const multiplied = optimizerProducts(optimizer);
  for (const [i, name] of products.entries()) {
    multiplied.get(name)?.assign(tensors[slots.length + i] as Variable);
  }
}

function slotOf(weight: LayerVariable | undefined, kind: string, value: Tensor): Slot {
  return { originalName: `${weight?.name ?? ""}/${kind}`, variable: variable(value, false) };
}
