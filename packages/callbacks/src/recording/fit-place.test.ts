import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RunWriter } from "@epochal/record";
import type * as tf from "@tensorflow/tfjs";
import { afterAll, describe, expect, test } from "vitest";
import { LoggedRun } from "../../test/logged-run.ts";
import { placesOf } from "../../test/places-of.ts";
import { RecordedRun } from "../../test/recorded-run.ts";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { BackupAndRestore } from "../callbacks/backup-and-restore.ts";
import { History } from "../callbacks/history.ts";
import { ModelCheckpoint } from "../callbacks/model-checkpoint.ts";
import { TensorBoard } from "../callbacks/tensor-board.ts";
import { TerminateOnNaN } from "../callbacks/terminate-on-nan.ts";
import { fit } from "../fitting/fit.ts";

const folder = mkdtempSync(path.join(tmpdir(), "epochal-fit-place-"));
afterAll(() => rmSync(folder, { recursive: true }));

const { x, y } = tinyData();
/** Three batches an epoch. */
const args = { batchSize: 4, verbose: 0 } as const;

const failAt = (at: number) => {
  let batches = 0;
  return {
    onBatchEnd: () => {
      if (++batches === at) throw new Error("the machine is gone");
    },
  };
};

test("ten fits of one epoch leave ten points", async () => {
  const run = new RecordedRun();
  const model = tinyModel();
  for (let i = 0; i < 10; i++) {
    await model.fit(x, y, { ...args, epochs: 1, callbacks: [new History({ run })] });
  }
  const ten = Array.from({ length: 10 }, (_, i) => i);
  expect(placesOf(run, "loss")).toEqual({ steps: ten, epochs: ten });
  expect(run.fits.map(({ fit, epoch }) => [fit, epoch])).toEqual(ten.map((i) => [i, i]));
});

test("a fit says what it begins with", async () => {
  const run = new RecordedRun();
  const model = tinyModel(["mse"], 1);
  const callbacks = [new History({ run })];
  await model.fit(x, y, { ...args, epochs: 2, callbacks });
  for (const layer of model.layers) layer.trainable = false;
  const other = tinyModel();
  await other.fit(x, y, { ...args, epochs: 9, initialEpoch: 6, callbacks });
  expect(run.fits).toEqual([
    {
      type: "fit",
      fit: 0,
      epoch: 0,
      initialEpoch: 0,
      epochs: 2,
      model: model.name,
      trainedParameters: 3,
      parameters: 3,
    },
    expect.objectContaining({ fit: 1, epoch: 6, initialEpoch: 6, epochs: 9, model: other.name }),
  ]);
});

test("batches are counted over all fits, also those whose batches nobody recorded", async () => {
  const run = new RecordedRun();
  await tinyModel().fit(x, y, { ...args, epochs: 2, callbacks: [new History({ run })] });
  const board = new TensorBoard({ run, updateFreq: "batch" });
  await tinyModel().fit(x, y, { ...args, epochs: 1, callbacks: [board] });
  expect(placesOf(run, "batch_loss")).toEqual({
    steps: [7, 8, 9],
    epochs: [2 + 1 / 3, 2 + 2 / 3, 3],
  });
});

test("a run that begins with initialEpoch counts the batches before it", async () => {
  const run = new RecordedRun();
  const board = new TensorBoard({ run, updateFreq: "batch" });
  await tinyModel().fit(x, y, { ...args, initialEpoch: 5, epochs: 6, callbacks: [board] });
  expect(placesOf(run, "batch_loss").steps).toEqual([16, 17, 18]);
  const lastBatchBefore = (epoch: number) => ({ step: epoch * 7 - 1, epoch: epoch - 1 / 3 });
  const resumed = Object.assign(new RecordedRun(), { lastBatchBefore });
  const other = new TensorBoard({ run: resumed, updateFreq: "batch" });
  await tinyModel().fit(x, y, { ...args, initialEpoch: 5, epochs: 6, callbacks: [other] });
  expect(placesOf(resumed, "batch_loss").steps).toEqual([36, 37, 38]);
});

test("batches before initialEpoch are counted, too, where something was logged by hand first", async () => {
  const run = new LoggedRun();
  run.log({ loss: 1 }, { epoch: 4 });
  const board = new TensorBoard({ run, updateFreq: "batch" });
  await tinyModel().fit(x, y, { ...args, initialEpoch: 4, epochs: 5, callbacks: [board] });
  expect(placesOf(run, "batch_loss")).toEqual({
    steps: [16, 17, 18],
    epochs: [5 + 1 / 3, 5 + 2 / 3, 6],
  });
});

test("two fits at once never take the same epoch or step", async () => {
  const run = new RecordedRun();
  const callbacks = () => [new History({ run }), new TensorBoard({ run, updateFreq: 1 })];
  const begin = { ...args, epochs: 3 };
  await Promise.all([
    tinyModel().fit(x, y, { ...begin, callbacks: callbacks() }),
    tinyModel().fit(x, y, { ...begin, callbacks: callbacks() }),
  ]);
  const losses = run.logs.filter(({ values }) => "loss" in values && !("learning_rate" in values));
  expect(losses.map(({ position }) => position?.epoch).sort()).toEqual([0, 1, 2, 3, 4, 5]);
  const { steps } = placesOf(run, "batch_loss");
  expect([...new Set(steps)]).toHaveLength(18);
});

test("a fit within a fit takes the epochs that come next", async () => {
  const run = new RecordedRun();
  const inner = tinyModel();
  const nest = {
    onEpochEnd: async (epoch: number) => {
      if (epoch === 1)
        await inner.fit(x, y, { ...args, epochs: 2, callbacks: [new History({ run })] });
    },
  };
  const callbacks = [new History({ run }), nest];
  await tinyModel().fit(x, y, { ...args, epochs: 4, callbacks });
  expect(placesOf(run, "loss").epochs).toEqual([0, 1, 2, 3, 4, 5]);
  expect(run.fits.map(({ epoch }) => epoch)).toEqual([0, 2]);
});

test("two runs at once have counts of their own", async () => {
  const [one, two] = [new RecordedRun(), new RecordedRun()];
  const first = [new History({ run: one })];
  await tinyModel().fit(x, y, { ...args, epochs: 2, callbacks: first });
  const both = [new History({ run: one }), new TensorBoard({ run: two })];
  await tinyModel().fit(x, y, { ...args, epochs: 2, callbacks: both });
  expect(placesOf(one, "loss").epochs).toEqual([0, 1, 2, 3]);
  expect(placesOf(two, "loss").epochs).toEqual([0, 1]);
});

test("a fit that ends before its first batch takes no epoch", async () => {
  const run = new RecordedRun();
  const refuse = {
    onBatchBegin: () => {
      throw new Error("no room");
    },
  };
  const callbacks = [new History({ run })];
  await tinyModel().fit(x, y, { ...args, epochs: 2, callbacks });
  await expect(
    tinyModel().fit(x, y, { ...args, epochs: 2, callbacks: [...callbacks, refuse] }),
  ).rejects.toThrow("no room");
  await tinyModel().fit(x, y, { ...args, epochs: 1, callbacks });
  expect(placesOf(run, "loss").epochs).toEqual([0, 1, 2]);
});

test("what callbacks say of epochs is the run's in the run, and the fit's elsewhere", async () => {
  const run = new RecordedRun({ nonFinite: true });
  await tinyModel().fit(x, y, { ...args, epochs: 3, callbacks: [new History({ run })] });
  const guard = new TerminateOnNaN({ run });
  const filepath = path.join(folder, "epoch-{epoch}");
  const saves = new ModelCheckpoint({ run, filepath, monitor: "loss", saveFreq: 2 });
  const broken = x.mul(Number.NaN) as tf.Tensor;
  run.requests.push({ id: "r", want: "save_weights", by: "ana", folder });
  await tinyModel().fit(broken, y, { ...args, epochs: 2, callbacks: [guard, saves] });
  broken.dispose();
  expect([guard.epoch, guard.reason]).toEqual([0, "the loss was NaN in epoch 1, batch 1"]);
  const found = run.events.map((event) => ({
    type: event.type,
    epoch: event.epoch,
    reason: "reason" in event ? event.reason : "path" in event ? event.path : undefined,
  }));
  expect(found).toEqual([
    { type: "non_finite", epoch: 3, reason: undefined },
    { type: "stopped_early", epoch: 3, reason: "the loss was NaN in batch 1" },
    { type: "non_finite", epoch: 3, reason: undefined },
    { type: "checkpoint", epoch: 3, reason: path.join(folder, "epoch-4-batch-1") },
    { type: "request", epoch: 3, reason: undefined },
    { type: "partial_epoch", epoch: 3, reason: "stopped after 1 of 3 batches" },
    { type: "non_finite", epoch: 3, reason: undefined },
  ]);
});

describe("from a backup, training goes on where it was in the run", () => {
  const begin = (run: RunWriter, backupDir: string, ...more: object[]) =>
    fit(tinyModel(), x, y, {
      batchSize: 4,
      epochs: 3,
      seed: 1,
      verbose: 0,
      callbacks: [
        new History({ run }),
        new TensorBoard({ run, updateFreq: "batch" }),
        new BackupAndRestore({ run, backupDir, saveFreq: 1 }),
        ...more,
      ],
    });

  test("in the same process: the epoch that was cut off, with batches that were not there", async () => {
    const run = new RecordedRun();
    const backupDir = path.join(folder, "same");
    await tinyModel().fit(x, y, { ...args, epochs: 2, callbacks: [new History({ run })] });
    await expect(begin(run, backupDir, failAt(5))).rejects.toThrow("the machine is gone");
    await begin(run, backupDir);
    expect(placesOf(run, "loss").epochs).toEqual([0, 1, 2, 2, 3, 3, 4, 4]);
    expect(placesOf(run, "batch_loss").steps).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
    const message = "BackupAndRestore: training goes on with batch 2";
    expect(run.events).toContainEqual({ type: "warning", message, epoch: 3 });
  });

  test("an epoch whose values are there is not written again", async () => {
    const run = new RecordedRun();
    const backupDir = path.join(folder, "written");
    const fail = {
      onEpochEnd: (epoch: number) => {
        if (epoch === 1) throw new Error("the machine is gone");
      },
    };
    await expect(begin(run, backupDir, fail)).rejects.toThrow("the machine is gone");
    await begin(run, backupDir);
    // History and TensorBoard each.
    expect(placesOf(run, "loss").steps).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  test("in another process, whose run is a new segment of the old one", async () => {
    const [before, after] = [new RecordedRun(), new RecordedRun()];
    const backupDir = path.join(folder, "other");
    await tinyModel().fit(x, y, { ...args, epochs: 2, callbacks: [new History({ run: before })] });
    await expect(begin(before, backupDir, failAt(5))).rejects.toThrow("the machine is gone");
    await begin(after, backupDir);
    expect(placesOf(after, "loss").epochs).toEqual([3, 3, 4, 4]);
    expect(placesOf(after, "batch_loss")).toEqual({
      steps: [11, 12, 13, 14, 15],
      epochs: [3 + 2 / 3, 4, 4 + 1 / 3, 4 + 2 / 3, 5],
    });
  });
});
