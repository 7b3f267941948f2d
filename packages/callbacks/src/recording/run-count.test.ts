import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RunWriter } from "@epochal/record";
import type * as tf from "@tensorflow/tfjs";
import { afterAll, expect, test } from "vitest";
import { placesOf } from "../../test/places-of.ts";
import { RecordedRun } from "../../test/recorded-run.ts";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { CallbackList } from "../callbacks/callback-list.ts";
import { History } from "../callbacks/history.ts";
import { ModelCheckpoint } from "../callbacks/model-checkpoint.ts";
import { TensorBoard } from "../callbacks/tensor-board.ts";
import { RunCount } from "./run-count.ts";

const folder = mkdtempSync(path.join(tmpdir(), "epochal-run-count-"));
afterAll(() => rmSync(folder, { recursive: true }));

const { x, y } = tinyData();
/** Three batches an epoch. */
const args = { batchSize: 4, verbose: 0 } as const;

test("callbacks that are driven by hand agree, and a second loop goes on", async () => {
  const run = new RecordedRun();
  const callbacks = [new History({ run }), new TensorBoard({ run, updateFreq: "batch" })];
  for (let loop = 0; loop < 2; loop++) {
    for (const each of callbacks) await each.onTrainBegin();
    for (let epoch = 0; epoch < 2; epoch++) {
      for (const each of callbacks) await each.onEpochBegin(epoch);
      for (const each of callbacks) await each.onBatchEnd(0, { loss: loop });
      for (const each of callbacks) await each.onEpochEnd(epoch, { loss: loop });
    }
  }
  expect(placesOf(run, "loss").epochs).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  expect(placesOf(run, "batch_loss").steps).toEqual([1, 2, 3, 4]);
});

test("callbacks that are driven by hand agree, whether they know a model or not", async () => {
  const run = new RecordedRun();
  const [history, saves] = [
    new History({ run }),
    new ModelCheckpoint({ run, filepath: path.join(folder, "by-hand"), monitor: "loss" }),
  ];
  saves.setModel((tinyModel() as unknown as { model: tf.LayersModel }).model);
  for (let loop = 0; loop < 2; loop++) {
    for (const each of [history, saves]) await each.onTrainBegin();
    for (const each of [history, saves]) await each.onEpochEnd(0, { loss: loop });
  }
  expect(placesOf(run, "loss").epochs).toEqual([0, 1]);
  expect(run.events.map(({ epoch }) => epoch)).toEqual([0, 1]);
});

test("loops of one's own that a CallbackList tells of are fits, too", async () => {
  const run = new RecordedRun();
  const model = tinyModel();
  for (const epochs of [3, 2]) {
    const callbacks = new CallbackList([new History({ run })], { model, epochs, verbose: 0 });
    await callbacks.onTrainBegin();
    for (let epoch = 0; epoch < epochs; epoch++) await callbacks.onEpochEnd(epoch, { loss: epoch });
    await callbacks.onTrainEnd();
    await model.fit(x, y, { ...args, epochs: 1, callbacks: [new History({ run })] });
  }
  expect(placesOf(run, "loss").epochs).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(run.fits.map(({ fit, epoch, epochs }) => [fit, epoch, epochs])).toEqual([
    [0, 0, 3],
    [1, 3, 1],
    [2, 4, 2],
    [3, 6, 1],
  ]);
});

test("a run may be frozen, and is counted over two copies of this package", async () => {
  const recorded = new RecordedRun();
  const run: RunWriter = Object.freeze({
    parts: recorded.parts,
    log: (...given: Parameters<RunWriter["log"]>) => recorded.log(...given),
    describe: () => {},
    event: () => {},
  });
  await tinyModel().fit(x, y, { ...args, epochs: 2, callbacks: [new History({ run })] });
  const name = "./run-count.ts?copy";
  const copy = (await import(name)) as typeof import("./run-count.ts");
  expect(copy.RunCount).not.toBe(RunCount);
  expect(copy.RunCount.of(run)).toBe(RunCount.of(run));
  expect(RunCount.of(run)).toMatchObject({ epochs: 2, batches: 6, fits: 1 });
});

test("a run that cannot say what is logged costs no training", async () => {
  const run = Object.defineProperty(new RecordedRun(), "logged", {
    get: () => {
      throw new Error("gone");
    },
  });
  const broken = Object.assign(run, { lastBatchBefore: () => ({ step: Number.NaN }) });
  const callbacks = [new TensorBoard({ run: broken, updateFreq: "batch" })];
  await tinyModel().fit(x, y, { ...args, initialEpoch: 1, epochs: 2, callbacks });
  expect(placesOf(run, "batch_loss").steps).toEqual([4, 5, 6]);
});
