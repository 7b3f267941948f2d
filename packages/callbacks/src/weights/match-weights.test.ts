import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { matchWeights } from "./match-weights.ts";
import { type PlacedSpec, weightPlaces } from "./weight-place.ts";

const { dense, batchNormalization, dropout } = tf.layers;

/** What is saved of a model's weights, as TensorFlow.js lists them. */
function savedOf(model: tf.LayersModel): readonly PlacedSpec[] {
  const places = weightPlaces(model);
  return model.weights.map((weight) => {
    const { originalName: name, shape } = weight;
    const place = places.get(weight);
    return { name, shape: shape as number[], dtype: "float32", ...(place && { place }) };
  });
}
const model = (...layers: tf.layers.Layer[]) => tf.sequential({ layers });
const first = (units = 2) => dense({ units, inputShape: [2], name: "first" });

test("what a layer is called, which are trained, and layers without weights do not matter", () => {
  const saved = model(first(), batchNormalization(), dense({ units: 2 }));
  (saved.layers[0] as tf.layers.Layer).trainable = false;
  const other = model(
    dense({ units: 2, inputShape: [2], name: "other" }),
    dropout({ rate: 0.1 }),
    batchNormalization(),
    dense({ units: 2 }),
  );
  (other.layers[3] as tf.layers.Layer).trainable = false;
  // Saved are gamma, beta, the second kernel and bias, then what is not trained: the first ones, and the statistics.
  expect(matchWeights("load", other, savedOf(saved))).toEqual([4, 5, 0, 1, 6, 7, 2, 3]);
});

describe("the first layer that differs is named", () => {
  const saved = savedOf(model(first(), dense({ units: 3, name: "second" })));
  const counts = (own: number) =>
    `load: the model must have the layers that were saved. Of those with weights, the model has ${own} and 2 were saved; the first that differ are `;
  const cases: readonly [string, tf.layers.Layer[], string][] = [
    [
      "a shape",
      [first(), dense({ units: 4, name: "mine" })],
      `${counts(2)}mine (Dense) with kernel [2,4] and bias [4] in the model, second (Dense) with kernel [2,3] and bias [3] in the saved weights`,
    ],
    [
      "a weight",
      [first(), dense({ units: 3, name: "mine", useBias: false })],
      `${counts(2)}mine (Dense) with kernel [2,3] in the model, second (Dense) with kernel [2,3] and bias [3] in the saved weights`,
    ],
    [
      "a layer between them",
      [first(), batchNormalization({ name: "norm" }), dense({ units: 3 })],
      `${counts(3)}norm (BatchNormalization) with gamma [2] and beta [2] and moving_mean [2] and moving_variance [2] in the model, second (Dense) with`,
    ],
    [
      "one too few",
      [first()],
      `${counts(1)}none in the model, second (Dense) with kernel [2,3] and bias [3] in the saved weights`,
    ],
    [
      "one too many",
      [first(), dense({ units: 3 }), dense({ units: 1, name: "third" })],
      `${counts(3)}third (Dense) with kernel [3,1] and bias [1] in the model, none in the saved weights`,
    ],
    [
      "weights of other names",
      [first(), batchNormalization({ name: "norm" })],
      `${counts(2)}norm (BatchNormalization) with gamma [2]`,
    ],
  ];
  test.each(cases)("%s", (_, layers, message) => {
    expect(() => matchWeights("load", model(...layers), saved)).toThrow(message);
  });
});
