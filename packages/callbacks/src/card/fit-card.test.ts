import type { RunCard } from "@epochal/record";
import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { RecordedRun } from "../../test/recorded-run.ts";
import { History } from "../callbacks/history.ts";
import { fit } from "../fitting/fit.ts";
import { AUC } from "../metrics/ranking/auc.ts";

const parts = {
  versions: true,
  backend: true,
  model: true,
  weights: true,
  training: true,
  fit: true,
  data: true,
  seed: true,
} as const;

function newModel(kernelSeed = 1): tf.Sequential {
  const kernelInitializer = tf.initializers.glorotUniform({ seed: kernelSeed });
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 1, activation: "sigmoid", inputShape: [2], kernelInitializer }),
    ],
  });
  model.compile({
    optimizer: tf.train.adam(0.01),
    loss: "binaryCrossentropy",
    metrics: [new AUC()],
  });
  return model;
}

const rows = [
  [0, 1],
  [1, 0],
  [1, 1],
  [0, 0],
];

interface Change {
  readonly model?: tf.LayersModel;
  readonly rows?: number[][];
  readonly labels?: number[][];
  readonly seed?: number;
  readonly epochs?: number;
}

async function cardOf(change: Change = {}): Promise<RunCard> {
  const run = new RecordedRun(parts);
  const x = tf.tensor2d(change.rows ?? rows);
  const y = tf.tensor2d(change.labels ?? [[0], [1], [1], [0]]);
  const callbacks = [new History({ run })];
  const { seed = 7, epochs = 1 } = change;
  await fit((change.model ?? newModel()) as tf.Sequential, x, y, {
    seed,
    epochs,
    batchSize: 2,
    verbose: 0,
    callbacks,
  });
  const [event] = run.events;
  if (event?.type !== "card") throw new Error("there is no card");
  return event.card;
}

/** The parts that differ. */
async function differing(change: Change): Promise<string[]> {
  const [one, two] = [await cardOf(), await cardOf(change)] as Record<string, unknown>[];
  return Object.keys(parts).filter(
    (part) => JSON.stringify(one?.[part]) !== JSON.stringify(two?.[part]),
  );
}

test("says what a training is", async () => {
  expect(await cardOf()).toEqual({
    versions: { "TensorFlow.js": tf.version.tfjs },
    backend: { name: "cpu", flags: { DEBUG: false } },
    model: { layers: 1, parameters: 3, hash: expect.stringMatching(/^[0-9a-f]{16}$/) },
    weights: { hash: expect.stringMatching(/^[0-9a-f]{16}$/) },
    training: {
      optimizer: { name: "Adam", learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
      loss: "binaryCrossentropy",
      metrics: ["loss", "auc"],
    },
    fit: { epochs: 1, batchSize: 2, shuffle: true },
    data: {
      x: {
        shapes: [[4, 2]],
        dtypes: ["float32"],
        samples: 4,
        checksum: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
      y: {
        shapes: [[4, 1]],
        dtypes: ["float32"],
        samples: 4,
        classes: { 0: 2, 1: 2 },
        checksum: expect.any(String),
      },
    },
    seed: { fit: 7 },
  });
});

describe("two cards", () => {
  test("of the same training are the same, whatever TensorFlow.js calls the layers", async () => {
    expect(await differing({})).toEqual([]);
  });

  test.each([
    ["seed", { seed: 8 }, ["seed"]],
    ["one row of data", { rows: [...rows.slice(0, 3), [0, 0.5]] }, ["data"]],
    ["one label", { labels: [[0], [1], [1], [1]] }, ["data"]],
    ["arguments of fit()", { epochs: 2 }, ["fit"]],
    ["initial weights", { model: newModel(2) }, ["model", "weights"]],
  ])("that differ in %s differ in nothing else", async (_what, change, expected) => {
    expect(await differing(change)).toEqual(expected);
  });
});

test("of labels that are one-hot counts classes, and of real numbers none", async () => {
  const oneHot = await cardOf({ labels: [[0], [0], [0], [1]] });
  expect(oneHot.data?.y?.classes).toEqual({ 0: 3, 1: 1 });
  const real = await cardOf({ labels: [[0.5], [1], [1], [0]] });
  expect(real.data?.y?.classes).toBeUndefined();
});

test("of too much data looks at a sample, and says so", async () => {
  const { dataPrint } = await import("./data-print.ts");
  const big = tf.zeros([5_000_000, 1]);
  const print = await dataPrint([big], true);
  expect(print).toMatchObject({
    samples: 5_000_000,
    isSampled: true,
    checksum: expect.any(String),
  });
  expect(print.classes).toBeUndefined();
  big.dispose();
});

test("of a dataset says how many batches it has, without using it up", async () => {
  const run = new RecordedRun(parts);
  const dataset = tf.data.array(rows.map((xs) => ({ xs, ys: [1] }))).batch(2);
  const { epoch } = await newModel().fitDataset(dataset, {
    epochs: 2,
    verbose: 0,
    callbacks: [new History({ run })],
  });
  expect(epoch).toEqual([0, 1]);
  expect(run.events[0]).toMatchObject({ card: { data: { batches: 2 }, fit: { epochs: 2 } } });
});

test("differs in nothing but the backend where that does", async () => {
  const onCpu = (await cardOf()) as Record<string, unknown>;
  await import("@tensorflow/tfjs-backend-wasm");
  await tf.setBackend("wasm");
  const onWasm = (await cardOf()) as Record<string, unknown>;
  await tf.setBackend("cpu");
  const parts = Object.keys(onCpu);
  const differ = parts.filter(
    (part) => JSON.stringify(onCpu[part]) !== JSON.stringify(onWasm[part]),
  );
  expect(differ).toEqual(["backend"]);
  expect(onWasm.backend).toMatchObject({
    name: "wasm",
    flags: { WASM_HAS_SIMD_SUPPORT: expect.any(Boolean) },
  });
});
