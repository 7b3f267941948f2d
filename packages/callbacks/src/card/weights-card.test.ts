import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { weightsCard } from "./fit-card.ts";

test("the hash is of the weights, whichever are trained", async () => {
  const { dense, batchNormalization } = tf.layers;
  const create = (seed: number) => {
    const kernelInitializer = tf.initializers.glorotUniform({ seed });
    return tf.sequential({
      layers: [
        dense({ units: 2, inputShape: [2], kernelInitializer }),
        batchNormalization(),
        dense({ units: 2, kernelInitializer }),
      ],
    });
  };
  const model = create(1);
  const before = await weightsCard(model);
  for (const layer of model.layers) {
    layer.trainable = false;
    expect(await weightsCard(model)).toEqual(before);
  }
  model.trainable = false;
  expect(await weightsCard(model)).toEqual(before);
  expect(await weightsCard(create(1))).toEqual(before);
  expect(await weightsCard(create(2))).not.toEqual(before);
});
