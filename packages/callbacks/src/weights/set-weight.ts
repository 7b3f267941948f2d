import type { LayerVariable, Tensor, Variable } from "@tensorflow/tfjs";

/** Sets a weight to a value. `write()` would also apply the weight's constraint, which training does not. */
export function setWeight(weight: LayerVariable, value: Tensor): void {
  (weight.read() as Variable).assign(value as Variable);
}
