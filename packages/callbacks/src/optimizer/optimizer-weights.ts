import { dispose, type LayersModel, type Tensor, Variable } from "@tensorflow/tfjs";
import type { NamedTensor } from "./named-tensor.ts";

/**
 * What Adam and Adamax multiply up in every step. `setWeights()` computes them from the number of steps instead, which is
 * not the same number to the last bit.
 */
const products = ["accBeta1", "accBeta2", "iteration"];

/** The number of steps and the slots of a model's optimizer; the caller disposes of the first, the steps. */
export async function optimizerWeights(model: LayersModel): Promise<readonly NamedTensor[]> {
  const slots: NamedTensor[] = (await model.optimizer?.getWeights()) ?? [];
  return slots.length === 0 ? [] : [...slots, ...productsOf(model)];
}

/** Puts back what `optimizerWeights` gave, and frees what the optimizer had before. */
export async function setOptimizerWeights(
  model: LayersModel,
  weights: readonly NamedTensor[],
): Promise<void> {
  if (weights.length === 0) return;
  const before = (await model.optimizer.getWeights()) as NamedTensor[];
  const own = productsOf(model);
  const slots = weights.slice(0, weights.length - own.length);
  await model.optimizer.setWeights([...slots] as { name: string; tensor: Tensor }[]);
  dispose(before.map(({ tensor }) => tensor));
  for (const [i, { tensor }] of productsOf(model).entries()) {
    const saved = weights[slots.length + i];
    if (saved !== undefined) (tensor as Variable).assign(saved.tensor);
  }
}

function productsOf(model: LayersModel): readonly NamedTensor[] {
  return products.flatMap((name) => {
    const variable: unknown = Reflect.get(model.optimizer, name);
    return variable instanceof Variable ? [{ name, tensor: variable }] : [];
  });
}
