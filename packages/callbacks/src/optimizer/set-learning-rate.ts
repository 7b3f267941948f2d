import type { LayersModel } from "@tensorflow/tfjs";

/** Trains on with another learning rate. TensorFlow.js has no way of its own that works for every optimizer. */
export function setLearningRate(model: LayersModel, rate: number): void {
  const optimizer = model.optimizer as unknown as {
    setLearningRate?: (rate: number) => void;
    learningRate?: number;
  };
  // SGD and Momentum keep the rate in a tensor besides.
  if (typeof optimizer.setLearningRate === "function") optimizer.setLearningRate(rate);
  else optimizer.learningRate = rate;
}
