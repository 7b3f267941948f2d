import * as tf from "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-wasm";
import { describe, expect, test } from "vitest";
import * as epochal from "../src/index.ts";
import { everyCallback } from "./every-callback.ts";
import { loadNativeBackend } from "./load-native-backend.ts";
import { tinyDataset } from "./tiny-training.ts";

const native = loadNativeBackend();
const backends = ["cpu", "wasm", ...(native === undefined ? ["tensorflow"] : [])];
const names = Object.keys(everyCallback);

test("none is missing", () => {
  const classes = Object.entries(epochal).filter(
    ([, value]) => typeof value === "function" && value.prototype instanceof epochal.Callback,
  );
  expect(classes.map(([name]) => name).sort()).toEqual(names.sort());
});

describe.each(backends)("on the backend %s", (backend) => {
  test.each(names)(
    "%s trains, twice, on tensors and on a dataset, and leaves no tensor",
    async (name) => {
      await tf.setBackend(backend);
      const x = tf.randomNormal([10, 2], 0, 1, "float32", 1);
      const y = x.sum(1, true).greater(0).cast("float32");
      const model = tf.sequential({
        layers: [tf.layers.dense({ units: 1, inputShape: [2], activation: "sigmoid" })],
      });
      model.compile({ optimizer: "adam", loss: "meanSquaredError", metrics: [new epochal.AUC()] });
      const shared = { epochs: 2, verbose: 0 };
      // The optimizer makes its variables in the first step.
      await model.fit(x, y, shared);
      const callbacks = [everyCallback[name]?.() as epochal.Callback];
      const before = tf.memory().numTensors;
      for (let i = 0; i < 2; i++) {
        const { history } = await model.fit(x, y, {
          ...shared,
          batchSize: 4,
          validationData: [x, y],
          callbacks,
        });
        expect(history.val_auc).toHaveLength(2);
        expect(tf.memory().numTensors).toBe(before);
      }
      await model.fitDataset(tinyDataset(), {
        ...shared,
        validationData: tinyDataset(),
        callbacks,
      });
      expect(tf.memory().numTensors).toBe(before);
      tf.dispose([x, y]);
    },
  );
});
