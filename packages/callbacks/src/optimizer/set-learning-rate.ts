import type { LayersModel } from "@tensorflow/tfjs";

/** Sets the learning rate. TensorFlow.js has no function that works for every optimizer. */
export function setLearningRate(model: LayersModel, rate: number): void {
  const optimizer = model.optimizer as unknown as {
    setLearningRate?: (rate: number) => void;
    learningRate?: number;
  };
  // SGD and Momentum also keep the rate in a tensor.
  if (typeof optimizer.setLearningRate === "function") optimizer.setLearningRate(rate);
  else optimizer.learningRate = rate;
}
