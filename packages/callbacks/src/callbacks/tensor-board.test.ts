import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type * as tf from "@tensorflow/tfjs";
import { afterAll, expect, test } from "vitest";
import { callbackContract, refusesArguments } from "../../test/callback-contract.ts";
import { RecordedRun } from "../../test/recorded-run.ts";
import { tinyData, tinyDataset, tinyModel } from "../../test/tiny-training.ts";
import { AUC } from "../metrics/ranking/auc.ts";
import { TensorBoard } from "./tensor-board.ts";

const folder = mkdtempSync(path.join(tmpdir(), "epochal-tensor-board-"));
afterAll(() => rmSync(folder, { recursive: true }));

callbackContract({
  create: (run) =>
    new TensorBoard({
      updateFreq: "batch",
      histogramFreq: 2,
      logDir: path.join(folder, "contract"),
      ...(run === undefined ? {} : { run }),
    }),
});

refusesArguments(TensorBoard, [
  [7, "TensorBoard: args must be an options object, { run, logDir, "],
  [{ updatefreq: 1 }, "Did you mean updateFreq?"],
  [
    { updateFreq: 0 },
    'TensorBoard: updateFreq must be "epoch", "batch" or a whole number above 0. Received: 0',
  ],
  [{ updateFreq: 1.5 }, "Received: 1.5"],
  [{ updateFreq: "step" }, "Received: step"],
  [{ run: 1 }, "TensorBoard: run must be a run writer"],
  [{ logDir: "" }, 'TensorBoard: logDir must be the path of a folder. Received: ""'],
  [{ logDir: 7 }, "logDir must be the path of a folder. Received: 7"],
  [{ histogramFreq: -1 }, "histogramFreq must be a whole number, 0 or more. Received: -1"],
  [{ histogramFreq: 0.5 }, "Received: 0.5"],
  [{ writeGraph: 1 }, "writeGraph must be true or false. Received: 1"],
  [{ writeStepsPerSecond: "no" }, 'writeStepsPerSecond must be true or false. Received: "no"'],
]);

const { x, y, validationData } = tinyData();
// In their order, so that the first batch has labels of both classes.
const fitArgs = { epochs: 2, batchSize: 4, shuffle: false, verbose: 0, validationData };

async function recorded(updateFreq: "epoch" | "batch" | number, fits = 1) {
  const run = new RecordedRun();
  const callbacks = [new TensorBoard({ run, updateFreq })];
  const model = tinyModel(["mse", new AUC()]);
  let history: tf.History | undefined;
  for (let i = 0; i < fits; i++) history = await model.fit(x, y, { ...fitArgs, callbacks });
  const ofBatches = run.logs.filter(({ values }) => "batch_loss" in values);
  const ofEpochs = run.logs.filter(({ values }) => !("batch_loss" in values));
  return { run, ofBatches, ofEpochs, history: history?.history ?? {} };
}

test("records each epoch with learning rate and speed, and no batch", async () => {
  const { run, ofBatches, ofEpochs, history } = await recorded("epoch");
  expect(ofBatches).toEqual([]);
  expect(ofEpochs.map(({ position }) => position)).toEqual([
    { step: 0, epoch: 0 },
    { step: 1, epoch: 1 },
  ]);
  ofEpochs.forEach(({ values }, epoch) => {
    const { steps_per_second, learning_rate, ...rest } = values;
    expect(rest).toEqual(
      Object.fromEntries(Object.entries(history).map(([key, all]) => [key, all[epoch]])),
    );
    expect(learning_rate).toBeCloseTo(0.01, 6);
    expect(steps_per_second).toBeGreaterThan(0);
  });
  expect(run.describeCalls).toBe(1);
  expect(run.series.learning_rate).toMatchObject({ kind: "learning_rate", per: "epoch" });
  expect(run.series.steps_per_second).toMatchObject({ kind: "system", per: "epoch" });
  expect(run.series.val_auc).toMatchObject({
    metric: "auc",
    split: "validation",
    direction: "max",
  });
});

test("records every batch, its step and its position in epochs growing across fits", async () => {
  const { run, ofBatches } = await recorded("batch", 2);
  expect(ofBatches.map(({ position }) => position)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((step) => ({
      step,
      epoch: Math.floor((step - 1) / 3) + (((step - 1) % 3) + 1) / 3,
    })),
  );
  expect(Object.keys(ofBatches[0]?.values ?? {})).toEqual(["batch_loss", "batch_mse", "batch_auc"]);
  expect(run.series.batch_auc).toEqual({
    metric: "auc",
    split: "train",
    kind: "metric",
    direction: "max",
    per: "batch",
  });
  expect(run.series.batch_loss).toMatchObject({ metric: "loss", kind: "loss", per: "batch" });
});

test("the last batch of an epoch has the metric's value over the epoch", async () => {
  const { ofBatches, ofEpochs } = await recorded("batch");
  expect(ofBatches[2]?.values.batch_auc).toBe(ofEpochs[0]?.values.auc);
  expect(ofBatches[5]?.values.batch_auc).toBe(ofEpochs[1]?.values.auc);
});

test("records every fourth batch when asked to", async () => {
  const { ofBatches } = await recorded(4, 2);
  expect(ofBatches.map(({ position }) => position?.step)).toEqual([4, 8, 12]);
});

test("a dataset of unknown size has positions in epochs from its second epoch on", async () => {
  const run = new RecordedRun();
  const unknown = tinyDataset().filter(() => true);
  await tinyModel().fitDataset(unknown, {
    epochs: 2,
    verbose: 0,
    callbacks: [new TensorBoard({ run, updateFreq: "batch" })],
  });
  const epochs = run.logs
    .filter(({ values }) => "batch_loss" in values)
    .map((log) => log.position?.epoch);
  expect(epochs).toEqual([undefined, undefined, undefined, 1 + 1 / 3, 1 + 2 / 3, 2]);
});

test("records the learning rate as it changes", async () => {
  const run = new RecordedRun();
  const model = tinyModel();
  const halve = {
    onEpochBegin: (epoch: number) => {
      (model.optimizer as tf.SGDOptimizer).setLearningRate(0.1 / 2 ** epoch);
    },
  };
  await model.fit(x, y, {
    ...fitArgs,
    callbacks: [halve, new TensorBoard({ run })],
  });
  expect(run.logs.map(({ values }) => values.learning_rate)).toEqual([0.1, 0.05]);
});
