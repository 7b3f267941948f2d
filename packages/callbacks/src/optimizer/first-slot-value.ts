import { fill, type LayerVariable, type Optimizer, type Tensor } from "@tensorflow/tfjs";

/** The first value of an optimizer's slot: 0, but for Adagrad, which has an option for it. */
export function firstSlotValue(optimizer: Optimizer, { shape }: LayerVariable): Tensor {
  const { initialAccumulatorValue = 0 } = optimizer as { initialAccumulatorValue?: number };
  return fill(shape as number[], initialAccumulatorValue);
}
