import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { Precision } from "../metrics/confusion/precision.ts";
import { AUC } from "../metrics/ranking/auc.ts";

// A backend that is none of those whose memory is at hand: everything is read back as from a GPU.
beforeAll(async () => {
  tf.registerBackend("far", tf.findBackendFactory("cpu"));
  tf.copyRegisteredKernels("cpu", "far");
});
afterAll(() => tf.setBackend("cpu"));

async function train(backend: string) {
  await tf.setBackend(backend);
  const { x, y, validationData } = tinyData();
  const model = tinyModel([new AUC(), new Precision({ thresholds: 0.4 })]);
  const batches: unknown[] = [];
  const before = tf.memory().numTensors;
  const { history } = await model.fit(x, y, {
    epochs: 2,
    batchSize: 4,
    shuffle: false,
    verbose: 0,
    validationData,
    callbacks: { onBatchEnd: (_, logs) => void batches.push(logs?.auc, logs?.precision) },
  });
  const evaluated = (model.evaluate(x, y, { batchSize: 3 }) as tf.Scalar[]).map(
    (value) => value.dataSync()[0],
  );
  return { history, batches, evaluated, left: tf.memory().numTensors - before };
}

/** How many tensors a fit leaves that throws in its second batch; TensorFlow.js itself leaves some. */
async function leftByThrow(backend: string): Promise<number> {
  await tf.setBackend(backend);
  const { x, y } = tinyData();
  const model = tinyModel([new AUC()]);
  const before = tf.memory().numTensors;
  const callbacks = { onBatchEnd: (batch: number) => (batch === 1 ? fail() : undefined) };
  const fit = model.fit(x, y, { epochs: 1, batchSize: 4, verbose: 0, callbacks });
  await expect(fit).rejects.toThrow("stopped");
  return tf.memory().numTensors - before;
}

describe("a backend that can only be waited for", () => {
  test("gives the same values in fit, in its batches and in evaluate", async () => {
    const near = await train("cpu");
    const far = await train("far");
    expect(far).toEqual(near);
    expect(near.history.val_auc).toHaveLength(2);
  });

  test("keeps nothing more of a fit that threw", async () => {
    expect(await leftByThrow("far")).toBe(await leftByThrow("cpu"));
  });
});

function fail(): never {
  throw new Error("stopped");
}
