import type { Tensor } from "@tensorflow/tfjs";

/** A tensor of an optimizer, as TensorFlow.js' `Optimizer.getWeights()` gives them. */
export interface NamedTensor {
  readonly name: string;
  readonly tensor: Tensor;
}
