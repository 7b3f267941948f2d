import type { LayerVariable } from "@tensorflow/tfjs";
import type { Slot } from "./slot-lists.ts";

/** The weight a slot is of, by its name: that of the weight in this program, or in the one the slot was saved in. */
export function weightOfSlot(
  { originalName }: Pick<Slot, "originalName">,
  weights: readonly LayerVariable[],
): LayerVariable | undefined {
  const name = originalName.slice(0, originalName.lastIndexOf("/"));
  const saved = weights.filter((weight) => weight.originalName === name);
  return (
    weights.find((weight) => weight.name === name) ?? (saved.length === 1 ? saved[0] : undefined)
  );
}
