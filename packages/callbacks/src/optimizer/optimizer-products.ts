import { type Optimizer, Variable } from "@tensorflow/tfjs";

/** What Adam and Adamax multiply up in every step: computed from the number of steps it is not the same to the last bit. */
const names = ["accBeta1", "accBeta2", "iteration"];

/** The numbers that an optimizer multiplies up in every step, by the names of its fields. */
export function optimizerProducts(optimizer: Optimizer): ReadonlyMap<string, Variable> {
  const fields = names.map((name) => [name, Reflect.get(optimizer, name) as unknown] as const);
  return new Map(
    fields.filter((field): field is [string, Variable] => field[1] instanceof Variable),
  );
}
