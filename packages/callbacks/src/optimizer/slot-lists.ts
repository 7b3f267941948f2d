import type { Optimizer, Variable } from "@tensorflow/tfjs";

/** A value that an optimizer keeps for one weight, such as a moment, in the form of TensorFlow.js. */
export interface Slot {
  /** The weight's name and the slot's: `"dense_Dense1/kernel/m"`. */
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

/** Sets the slots of one list of an optimizer. */
export function setSlotList(optimizer: Optimizer, field: string, slots: readonly Slot[]): void {
  Reflect.set(optimizer, field, slots);
}

function isSlot(value: unknown): value is Slot {
  const { originalName, variable } = Object(value) as Partial<Slot>;
  return typeof originalName === "string" && variable !== undefined;
}
