import { type Optimizer, Variable } from "@tensorflow/tfjs";

/** The products of betas that Adam and Adamax update in every step. Computed from the number of steps, their last bits differ. */
const names = ["accBeta1", "accBeta2", "iteration"];

/** The products that an optimizer updates in every step, by the names of its fields. */
export function optimizerProducts(optimizer: Optimizer): ReadonlyMap<string, Variable> {
  const fields = names.map((name) => [name, Reflect.get(optimizer, name) as unknown] as const);
  return new Map(
    fields.filter((field): field is [string, Variable] => field[1] instanceof Variable),
  );
}
