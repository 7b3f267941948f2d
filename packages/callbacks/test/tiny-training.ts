import * as tf from "@tensorflow/tfjs";

type Metrics = Exclude<tf.ModelCompileArgs["metrics"], undefined>;

/** The smallest model that trains, compiled. */
export function tinyModel(metrics: Metrics = ["mse"], layers = 1): tf.Sequential {
  const model = tf.sequential();
  for (let i = 0; i < layers; i++) {
    model.add(
      tf.layers.dense({
        units: 1,
        inputShape: [2],
        activation: "sigmoid",
        kernelInitializer: "zeros",
      }),
    );
  }
  model.compile({ optimizer: "sgd", loss: "meanSquaredError", metrics });
  return model;
}

const inputs = Array.from({ length: 10 }, (_, i) => [i / 10, (i % 3) / 3]);
const labels = Array.from({ length: 10 }, (_, i) => [i % 2]);

/** Ten samples in batches of 4, and a validation set, as arguments of `fit()`. */
export function tinyData(): {
  x: tf.Tensor;
  y: tf.Tensor;
  validationData: [tf.Tensor, tf.Tensor];
} {
  return {
    x: tf.tensor2d(inputs),
    y: tf.tensor2d(labels),
    validationData: [tf.tensor2d(inputs.slice(0, 5)), tf.tensor2d(labels.slice(0, 5))],
  };
}

/** The same as a dataset, which holds no tensors. */
export function tinyDataset(): tf.data.Dataset<{ xs: tf.Tensor; ys: tf.Tensor }> {
  return tf.data
    .zip({ xs: tf.data.array(inputs), ys: tf.data.array(labels) })
    .batch(4) as tf.data.Dataset<{ xs: tf.Tensor; ys: tf.Tensor }>;
}
