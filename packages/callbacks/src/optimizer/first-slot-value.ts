import { fill, type LayerVariable, type Optimizer, type Tensor } from "@tensorflow/tfjs";

/** What an optimizer's slot begins with: Adagrad's with a number of its own, all others with 0. */
export function firstSlotValue(optimizer: Optimizer, { shape }: LayerVariable): Tensor {
  const { initialAccumulatorValue = 0 } = optimizer as { initialAccumulatorValue?: number };
  return fill(shape as number[], initialAccumulatorValue);
}
