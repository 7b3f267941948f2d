import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { Callback } from "../callbacks/callback.ts";
import { fit } from "../fitting/fit.ts";
import { SparseCategoricalAccuracy } from "../metrics/accuracy/sparse-categorical-accuracy.ts";
import { Precision } from "../metrics/confusion/precision.ts";
import { AUC } from "../metrics/ranking/auc.ts";
import { MeanAbsoluteError } from "../metrics/regression/mean-absolute-error.ts";
import { ModelStreams } from "./model-streams.ts";

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

/** How many tensors there are more than before the fit, at most, after a batch; none when it is over. */
async function mostTensors(rows: number, batchSize: number, columns = 1): Promise<number> {
  const model = tf.sequential({
    layers: [tf.layers.dense({ units: 1, inputShape: [columns, 1], activation: "sigmoid" })],
  });
  const optimizer = tf.train.sgd(0.1);
  model.compile({ optimizer, loss: "meanSquaredError", metrics: [new MeanAbsoluteError()] });
  const [x, y] = [tf.ones([rows, columns, 1]), tf.zeros([rows, columns, 1])];
  const before = tf.memory().numTensors;
  let most = 0;
  const see = () => {
    most = Math.max(most, tf.memory().numTensors);
  };
  class Watch extends Callback {
    override readsBatchLogs() {
      return false;
    }
    override async onBatchEnd() {
      see();
    }
  }
  await model.fit(x, y, { epochs: 1, batchSize, verbose: 0, callbacks: [new Watch()] });
  expect(tf.memory().numTensors).toBe(before);
  const scalars = [model.evaluate(x, y, { batchSize })].flat();
  tf.dispose(scalars);
  expect(tf.memory().numTensors).toBe(before);
  tf.dispose([x, y]);
  model.dispose();
  return most - before;
}

/** The values of two outputs, one of them with labels of another type. */
async function trainOutputs(backend: string) {
  await tf.setBackend(backend);
  const input = tf.input({ shape: [2] });
  const kernelInitializer = tf.initializers.randomNormal({ seed: 2 });
  const side = tf.layers.dense({
    units: 1,
    activation: "sigmoid",
    name: "side",
    kernelInitializer,
  });
  const kind = tf.layers.dense({
    units: 3,
    activation: "softmax",
    name: "kind",
    kernelInitializer,
  });
  const model = tf.model({
    inputs: input,
    outputs: [side.apply(input), kind.apply(input)] as tf.SymbolicTensor[],
  });
  model.compile({
    optimizer: tf.train.sgd(0.1),
    loss: ["meanSquaredError", "sparseCategoricalCrossentropy"],
    metrics: { side: new AUC(), kind: new SparseCategoricalAccuracy() },
  });
  const x = tf.randomUniform([90, 2], 0, 1, "float32", 5);
  const first = x.slice([0, 0], [90, 1]);
  const labels = [first.greater(0.4).cast("int32"), first.mul(3).floor()];
  const { history } = await model.fit(x, labels, {
    epochs: 2,
    batchSize: 2,
    shuffle: false,
    verbose: 0,
    validationData: [x, labels],
  });
  return history;
}

describe("a backend that can only be waited for", () => {
  test("gives the same values in fit, in its batches and in evaluate", async () => {
    const near = await train("cpu");
    const far = await train("far");
    expect(far).toEqual(near);
    expect(near.history.val_auc).toHaveLength(2);
  });

  test("keeps few tensors of many batches, and nothing of a pass that has ended", async () => {
    await tf.setBackend("far");
    const most = await mostTensors(80, 2);
    expect(most).toBeLessThan(140);
    expect(await mostTensors(160, 2)).toBe(most);
    // Of batches of half a million numbers two wait.
    expect(await mostTensors(6, 2, 2 ** 17)).toBeLessThanOrEqual(await mostTensors(4, 2));
  });

  test("weighs the samples of the batches that wait", async () => {
    const weighed = async (backend: string) => {
      await tf.setBackend(backend);
      const { x, y, validationData } = tinyData();
      const model = tinyModel([new AUC()]);
      const before = tf.memory().numTensors;
      const { history } = await fit(model, x, y, {
        epochs: 2,
        batchSize: 4,
        shuffle: false,
        verbose: 0,
        sampleWeight: [1, 2, 0.5, 3, 1, 4, 1, 0.25, 2, 1],
        weightedMetrics: [new AUC(), new Precision({ thresholds: 0.4 })],
        validationData: [...validationData, [1, 2, 3, 4, 5]],
      });
      return { history, left: tf.memory().numTensors - before };
    };
    const near = await weighed("cpu");
    expect(near.history.val_weighted_auc).toHaveLength(2);
    expect(near.history.weighted_auc).not.toEqual(near.history.auc);
    expect(near.left).toBe(0);
    expect(await weighed("far")).toEqual(near);
  });

  test("gives labels of another type than predictions, and several outputs, in their order", async () => {
    const near = await trainOutputs("cpu");
    expect(await trainOutputs("far")).toEqual(near);
  });

  test("knows all batches when it is asked in the middle of an epoch", async () => {
    const all: unknown[][] = [];
    for (const backend of ["cpu", "far"]) {
      await tf.setBackend(backend);
      const { x, y } = tinyData();
      const model = tinyModel([new AUC()]);
      const states: unknown[] = [];
      class Keeper extends Callback {
        override readsBatchLogs() {
          return false;
        }
        override async onBatchEnd() {
          const [auc] = ModelStreams.of(this.trainedModel())?.training?.getState() ?? [];
          const metric = new AUC();
          if (auc !== undefined) metric.setState(auc);
          states.push(metric.result());
        }
      }
      await model.fit(x, y, {
        epochs: 1,
        batchSize: 5,
        shuffle: false,
        verbose: 0,
        callbacks: [new Keeper()],
      });
      all.push(states);
    }
    expect(all[0]?.every((value) => Number(value) > 0)).toBe(true);
    expect(all[1]).toEqual(all[0]);
  });

  test("keeps nothing more of a fit that threw", async () => {
    expect(await leftByThrow("far")).toBe(await leftByThrow("cpu"));
  });
});

function fail(): never {
  throw new Error("stopped");
}
