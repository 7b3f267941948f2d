import type { LayerVariable, Tensor, Variable } from "@tensorflow/tfjs";

/** Gives a weight a value as it is: `write()` would apply the weight's constraint to it, which training does not. */
export function setWeight(weight: LayerVariable, value: Tensor): void {
  (weight.read() as Variable).assign(value as Variable);
}
