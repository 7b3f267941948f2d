import type { Optimizer, Variable } from "@tensorflow/tfjs";

/** What an optimizer keeps of one weight, such as a moment, as TensorFlow.js' optimizers hold it. */
export interface Slot {
  /** The weight's name and what is kept of it: `"dense_Dense1/kernel/m"`. */
  readonly originalName: string;
  readonly variable: Variable;
}

/**
 * The lists an optimizer keeps its slots in, by the names of its fields, in the order of `getWeights()`.
 *
 * A slot's place in its list is the place its weight had among those trained when the slot was made.
 */
export function slotLists(optimizer: Optimizer): ReadonlyMap<string, readonly Slot[]> {
  const lists = Object.entries(optimizer).filter(
    (field): field is [string, Slot[]] => Array.isArray(field[1]) && field[1].every(isSlot),
  );
  return new Map(lists);
}

/** Gives an optimizer the slots of one list. */
export function setSlotList(optimizer: Optimizer, field: string, slots: readonly Slot[]): void {
  Reflect.set(optimizer, field, slots);
}

function isSlot(value: unknown): value is Slot {
  const { originalName, variable } = Object(value) as Partial<Slot>;
  return typeof originalName === "string" && variable !== undefined;
}
