import type * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { callbackContract, refusesArguments } from "../../test/callback-contract.ts";
import { RecordedRun } from "../../test/recorded-run.ts";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { AUC } from "../metrics/ranking/auc.ts";
import { History } from "./history.ts";

callbackContract({
  create: (run) => new History(run === undefined ? {} : { run }),
});

refusesArguments(History, [
  [null, "History: args must be an options object, { run }. Received: null"],
  [{ runs: {} }, "History: options must be among run. Received: runs. Did you mean run?"],
  [
    { run: {} },
    "History: run must be a run writer with log, describe, event. Received: one without log, describe, event",
  ],
  [{ run: Promise.resolve() }, "Received: a promise: await the run first"],
]);

const { x, y, validationData } = tinyData();
const fitArgs = { epochs: 2, batchSize: 4, verbose: 0, validationData };

test("holds what fit() returns, and records it with its series", async () => {
  const run = new RecordedRun();
  const history = new History({ run });
  const returned = await tinyModel(["mse", new AUC()]).fit(x, y, {
    ...fitArgs,
    callbacks: [history],
  });
  expect(history.history).toEqual(returned.history);
  expect(history.epoch).toEqual([0, 1]);
  expect(run.describeCalls).toBe(1);
  expect(run.series).toEqual({
    loss: { metric: "loss", split: "train", kind: "loss", direction: "min", per: "epoch" },
    mse: { metric: "mse", split: "train", kind: "metric", direction: "min", per: "epoch" },
    auc: { metric: "auc", split: "train", kind: "metric", direction: "max", per: "epoch" },
    val_loss: { metric: "loss", split: "validation", kind: "loss", direction: "min", per: "epoch" },
    val_mse: { metric: "mse", split: "validation", kind: "metric", direction: "min", per: "epoch" },
    val_auc: { metric: "auc", split: "validation", kind: "metric", direction: "max", per: "epoch" },
  });
  expect(run.logs.map(({ position }) => position)).toEqual([
    { step: 0, epoch: 0 },
    { step: 1, epoch: 1 },
  ]);
  expect(run.logs[1]?.values).toEqual(
    Object.fromEntries(Object.entries(returned.history).map(([key, values]) => [key, values[1]])),
  );
});

test("as in Keras, a second fit adds to history and starts epoch anew", async () => {
  const history = new History();
  const model = tinyModel();
  for (const epochs of [2, 3]) {
    await model.fit(x, y, { ...fitArgs, epochs, callbacks: [history] });
  }
  expect(history.history.loss).toHaveLength(5);
  expect(history.epoch).toEqual([0, 1, 2]);
});

test("describes a key that only a callback adds when it appears", async () => {
  const run = new RecordedRun();
  const history = new History({ run });
  await tinyModel().fit(x, y, {
    ...fitArgs,
    callbacks: [
      {
        onEpochEnd: (epoch: number, logs?: tf.Logs) => {
          if (logs !== undefined && epoch === 1) logs.learning_rate = 0.1;
        },
      },
      history,
    ],
  });
  expect(run.describeCalls).toBe(2);
  expect(run.series.learning_rate).toEqual({
    metric: "learning_rate",
    split: "train",
    kind: "learning_rate",
    per: "epoch",
  });
  expect(history.history.learning_rate).toEqual([0.1]);
});

test("keeps keys apart that every object has", async () => {
  const history = new History();
  await history.onEpochEnd(0, { constructor: 7, ["__proto__"]: 8 } as unknown as tf.Logs);
  expect(Object.entries(history.history)).toEqual([
    ["constructor", [7]],
    ["__proto__", [8]],
  ]);
});
