import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { layersConfig } from "./layers-config.ts";

test("layers are named by their kind and place, with what says how they learn", () => {
  const { layers, regularizers } = tf;
  const model = tf.sequential({
    layers: [
      layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [8, 8, 1], activation: "relu" }),
      layers.flatten(),
      layers.dense({ units: 4, kernelRegularizer: regularizers.l2({ l2: 0.5 }), trainable: false }),
      layers.dropout({ rate: 0.25 }),
      layers.dense({ units: 1, useBias: false }),
    ],
  });
  expect(layersConfig(model)).toEqual({
    conv2D1: { filters: 2, kernelSize: [3, 3], strides: [1, 1], activation: "relu" },
    dense1: {
      units: 4,
      activation: "linear",
      kernelRegularizer: { l1: 0, l2: 0.5 },
      trainable: false,
    },
    dropout1: { rate: 0.25 },
    dense2: { units: 1, activation: "linear", useBias: false },
  });
});

test("layers within layers are told, and those of a large model are not", () => {
  const model = tf.sequential();
  const layer = tf.layers.gru({ units: 3 }) as tf.RNN;
  model.add(tf.layers.bidirectional({ layer, inputShape: [4, 2], mergeMode: "sum" }));
  expect(layersConfig(model)).toMatchObject({
    bidirectional1: { mergeMode: "sum", layer: { units: 3 } },
  });
  for (let i = 0; i < 64; i++) model.add(tf.layers.dense({ units: 1 }));
  expect(layersConfig(model)).toEqual({});
});
