import { mean, mul, reshape, type Tensor } from "@tensorflow/tfjs";
import { internalsOf, type MetricFunction } from "./layers-model-internals.ts";
import type { SampleWeights } from "./sample-weights.ts";

/**
 * Runs one batch of a model with losses that weigh the samples: each is the mean over samples of loss times weight, divided by
 * the number of samples, as in Keras.
 *
 * TensorFlow.js has no weights in validation, and in training stretches `[n]` along the steps of `[n, n]`.
 */
export function withWeightedLosses<T>(model: object, weights: SampleWeights, run: () => T): T {
  if (weights.every((each) => each === undefined)) return run();
  const inner = internalsOf(model);
  const { lossFunctions, metricsTensors } = inner;
  // With several outputs, the loss of each comes first among the metrics.
  const losses = inner.outputNames.length > 1 ? inner.outputNames.length : 0;
  inner.lossFunctions = lossFunctions.map((loss, i) => weighted(loss, weights[i]));
  inner.metricsTensors = metricsTensors.map(([metric, output], i) => [
    i < losses ? weighted(metric, weights[output]) : metric,
    output,
  ]);
  try {
    return run();
  } finally {
    inner.lossFunctions = lossFunctions;
    inner.metricsTensors = metricsTensors;
  }
}

/** A loss that weighs the samples. */
export function weighted(loss: MetricFunction, weights: Tensor | undefined): MetricFunction {
  if (weights === undefined) return loss;
  return (yTrue, yPred) => {
    const values = loss(yTrue, yPred);
    return mean(mul(values, weightsBeside(values, weights)));
  };
}

/** Weights of samples in the shape of a loss: each weighs all values below it. */
function weightsBeside({ shape }: Tensor, weights: Tensor): Tensor {
  const own = [...weights.shape];
  while (own.length > Math.max(1, shape.length) && own.at(-1) === 1) own.pop();
  // A loss that gives one number counts as much as the samples do on average.
  if (shape.length === 0) return reshape(weights, own);
  while (own.length < shape.length) own.push(1);
  if (own.some((length, axis) => length !== shape[axis] && length !== 1)) {
    throw new RangeError(
      `sampleWeight must fit a loss of shape [${shape}]. Received: shape [${weights.shape}]`,
    );
  }
  return reshape(weights, own);
}
