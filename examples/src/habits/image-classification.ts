// Images: which digit is it? A small convolutional net. `node examples/src/habits/image-classification.ts`
import {
  ConfusionMatrix,
  EarlyStopping,
  evaluate,
  metrics,
  ReduceLROnPlateau,
} from "@epochal/callbacks";
import * as tf from "@tensorflow/tfjs";
import { chooseBackend } from "../choose-backend.ts";
import { loadDigits } from "./load-digits.ts";

const backend = await chooseBackend();
// WebAssembly has no gradients of convolutions.
if (backend.name === "wasm") await tf.setBackend("cpu");
const { train, validation } = loadDigits();
const seeded = (seed: number) => tf.initializers.heNormal({ seed });
const model = tf.sequential({
  layers: [
    tf.layers.conv2d({
      filters: 8,
      kernelSize: 3,
      activation: "relu",
      inputShape: [8, 8, 1],
      kernelInitializer: seeded(1),
    }),
    tf.layers.conv2d({
      filters: 16,
      kernelSize: 3,
      activation: "relu",
      kernelInitializer: seeded(2),
    }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 32, activation: "relu", kernelInitializer: seeded(3) }),
    tf.layers.dense({ units: 10, activation: "softmax", kernelInitializer: seeded(4) }),
  ],
});
model.compile({
  optimizer: tf.train.adam(0.003),
  loss: "sparseCategoricalCrossentropy",
  metrics: metrics("accuracy"),
});
await model.fit(train.x, train.y, {
  epochs: 15,
  batchSize: 32,
  shuffle: false,
  verbose: 0,
  validationData: [validation.x, validation.y],
  callbacks: [
    new ReduceLROnPlateau({ monitor: "val_accuracy", patience: 1, factor: 0.3 }),
    new EarlyStopping({ monitor: "val_accuracy", patience: 4, restoreBestWeights: true }),
  ],
});

const confusion = new ConfusionMatrix();
/** Of the best epoch, whose weights the model has. */
export const { accuracy = Number.NaN } = await evaluate(model, validation.x, validation.y, {
  metrics: [...metrics("accuracy"), confusion],
});
/** How often each digit, a row each, was taken for each. */
export const matrix: readonly (readonly number[])[] = confusion.result();
console.log(`${backend.because}: accuracy ${accuracy.toFixed(4)}`);
console.log(matrix.map((row) => row.map((count) => String(count).padStart(3)).join("")).join("\n"));

export { model, validation };
