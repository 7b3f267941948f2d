import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { matchByNames } from "./match-by-names.ts";
import { weightsOf } from "./weights-of.ts";

const { dense } = tf.layers;
const create = (names: readonly string[]) =>
  tf.sequential({
    layers: names.map((name, i) =>
      dense({ units: 2, ...(name && { name }), ...(i === 0 && { inputShape: [2] }) }),
    ),
  });
const savedOf = (model: tf.LayersModel) =>
  model.weights.map(({ originalName: name, shape }) => ({ name, shape: shape as number[] }));
const freeze = (model: tf.LayersModel) => {
  (model.layers[0] as tf.layers.Layer).trainable = false;
  return model;
};

describe("names lead to weights", () => {
  test("where they are the same", () => {
    const saved = savedOf(freeze(create(["b", "a", "c"])));
    expect(matchByNames(create(["b", "a", "c"]), saved)).toEqual([4, 5, 0, 1, 2, 3]);
  });

  test("where their numbers count through another program", () => {
    const saved = savedOf(freeze(create(["dense_Dense9", "dense_Dense10", "dense_Dense11"])));
    expect(matchByNames(create(["", "", ""]), saved)).toEqual([4, 5, 0, 1, 2, 3]);
  });

  test("where a layer also serves a model within the model", () => {
    const shared = dense({ units: 2 });
    const input = tf.input({ shape: [2] });
    const inputs = tf.input({ shape: [2] });
    const inner = tf.model({ inputs: input, outputs: shared.apply(input) as tf.SymbolicTensor });
    const outputs = shared.apply(inner.apply(inputs) as tf.SymbolicTensor) as tf.SymbolicTensor;
    const model = tf.model({ inputs, outputs });
    expect(savedOf(model)).toHaveLength(4);
    expect(weightsOf(model)).toHaveLength(2);
    expect(matchByNames(model, savedOf(model))).toEqual([0, 1]);
  });
});

test("names of other layers, and weights of other shapes, lead nowhere", () => {
  const saved = savedOf(create(["a", "b"]));
  expect(matchByNames(create(["a", "c"]), saved)).toBeUndefined();
  expect(matchByNames(create(["a", "b", "c"]), saved)).toBeUndefined();
  const wide = tf.sequential({
    layers: [dense({ units: 2, name: "a", inputShape: [2] }), dense({ units: 3, name: "b" })],
  });
  expect(matchByNames(wide, saved)).toBeUndefined();
});
