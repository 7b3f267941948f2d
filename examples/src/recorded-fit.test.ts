import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { AUC, EarlyStopping, fit, History, TensorBoard } from "@epochal/callbacks";
import { cardOf, statusParts } from "@epochal/conclusions";
import { openStore, type Store } from "@epochal/store";
import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;
let store: Store;

beforeEach(async () => {
  await tf.setBackend("cpu");
  folder = mkdtempSync(path.join(tmpdir(), "epochal-recorded-fit-"));
  store = await openStore(path.join(folder, "runs.db"));
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function compiledModel(): tf.Sequential {
  const kernelInitializer = tf.initializers.glorotUniform({ seed: 3 });
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 1, activation: "sigmoid", inputShape: [4], kernelInitializer }),
    ],
  });
  model.compile({ optimizer: "adam", loss: "binaryCrossentropy", metrics: [new AUC()] });
  return model;
}

const x = tf.randomNormal([90, 4], 0, 1, "float32", 1);
const y = x.sum(1, true).greater(0).cast("float32");
const fitArgs = { batchSize: 20, validationSplit: 0.2, shuffle: false, verbose: 0 } as const;

test("a fit that throws is recorded as failed, with its error and the epochs before it", async () => {
  const run = await store.startRun({ project: "birds" });
  const callbacks = [
    new History({ run }),
    {
      onEpochEnd: (epoch: number) => {
        if (epoch === 2) throw new TypeError("the data ran out");
      },
    },
  ];
  await expect(
    run.track(() => compiledModel().fit(x, y, { ...fitArgs, epochs: 9, callbacks })),
  ).rejects.toThrow("the data ran out");
  const { status, series } = await store.getRun(run.id);
  expect(status).toMatchObject({ state: "failed", reason: "TypeError: the data ran out" });
  expect(series.find(({ key }) => key === "val_auc")?.count).toBe(3);
});

test("a fit that stops early is recorded with its reason, its trace and what it kept", async () => {
  const run = await store.startRun({ project: "birds", record: false });
  const stop = new EarlyStopping({
    run,
    monitor: "val_loss",
    minDelta: 10,
    patience: 2,
    restoreBestWeights: true,
  });
  const { history } = await run.track(() =>
    compiledModel().fit(x, y, { ...fitArgs, epochs: 9, callbacks: [new History({ run }), stop] }),
  );
  expect(stop.stoppedEpoch).toBe(2);
  const { status, series, events, restoredEpoch } = await store.getRun(run.id);
  // What is stored names no epoch: the words have it from the event.
  expect(status).toMatchObject({
    state: "stopped_early",
    reason: stop.reason?.replace(" (epoch 1)", ""),
  });
  const conclusions = await store.concludeRun(run.id);
  expect(statusParts({ status, conclusions }).reason).toBe(stop.reason);
  expect(restoredEpoch).toBe(0);
  expect(events.map(({ event }) => event.type)).toEqual([
    "fit",
    "early_stopping",
    "early_stopping",
    "early_stopping",
    "stopped_early",
    "weights_restored",
  ]);
  const auc = series.find(({ key }) => key === "val_auc");
  expect(auc).toMatchObject({ split: "validation", direction: "max", count: 3 });
  expect(auc?.kept?.value).toBe(history.val_auc?.[0]);
  const points = await store.readSeries({ run: run.id, key: "val_auc" });
  expect([...points.value]).toEqual(history.val_auc);
});

test("TensorBoard records every batch, and where in the epochs it was", async () => {
  const run = await store.startRun({ project: "birds", record: false });
  const board = new TensorBoard({ run, updateFreq: "batch" });
  await run.track(() => compiledModel().fit(x, y, { ...fitArgs, epochs: 2, callbacks: [board] }));
  const losses = await store.readSeries({ run: run.id, key: "batch_loss" });
  expect([...losses.step]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect([...losses.epoch]).toEqual([0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2]);
  const { series } = await store.getRun(run.id);
  expect(series.map(({ key }) => key).sort()).toEqual([
    "auc",
    "batch_auc",
    "batch_loss",
    "learning_rate",
    "loss",
    "steps_per_second",
    "val_auc",
    "val_loss",
  ]);
});

test("a run records on its own what it is, and what its epochs took", async () => {
  const run = await store.startRun({ project: "birds" });
  const leaked: tf.Tensor[] = [];
  const callbacks = [
    new History({ run }),
    { onEpochEnd: () => void leaked.push(tf.zeros([3]), tf.zeros([3])) },
  ];
  await run.track(() =>
    fit(compiledModel(), x, y, { epochs: 6, batchSize: 30, seed: 5, verbose: 0, callbacks }),
  );
  const { series, events } = await store.getRun(run.id);
  const keys = series.filter(({ kind }) => kind === "system").map(({ key }) => key);
  expect(keys).toEqual([
    "epoch_seconds",
    "process_bytes",
    "samples_per_second",
    "tensor_bytes",
    "tensors",
    "tracking_ms",
    "tracking_share",
  ]);
  expect(series.every(({ key, count }) => !keys.includes(key) || count === 6)).toBe(true);
  const told = events.map(({ event }) => event);
  expect(told).toContainEqual({
    type: "tensor_leak",
    epoch: 1,
    tensorsPerEpoch: 2,
    bytesPerEpoch: 24,
  });
  const card = cardOf(told);
  expect(card).toMatchObject({
    versions: { Node: process.versions.node, "TensorFlow.js": "4.22.0" },
    backend: { name: "cpu" },
    model: { layers: 1, parameters: 5 },
    fit: { epochs: 6, batchSize: 30 },
    data: { x: { shapes: [[90, 4]] }, y: { classes: { 0: expect.any(Number) } } },
    seed: { fit: 5 },
  });
  expect(card.code?.commit).toMatch(/^[0-9a-f]{40}$/);
  const { cost, verdict } = await store.concludeRun(run.id);
  expect(verdict?.rule).toBe("no_validation");
  expect(cost?.share).toBeGreaterThan(0);
  expect(cost?.share).toBeLessThan(1);
  tf.dispose(leaked);
});
