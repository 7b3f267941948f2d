import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { everyCallback } from "../../test/every-callback.ts";
import { RecordedRun } from "../../test/recorded-run.ts";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { fileSystem } from "../saving/file-system.ts";
import { BackupAndRestore } from "./backup-and-restore.ts";
import { CallbackList, type CallbackListArgs } from "./callback-list.ts";
import { EarlyStopping } from "./early-stopping.ts";
import { History } from "./history.ts";
import { LambdaCallback } from "./lambda-callback.ts";
import { ModelCheckpoint } from "./model-checkpoint.ts";
import { ProgbarLogger } from "./progbar-logger.ts";
import { SwapEMAWeights } from "./swap-ema-weights.ts";

const { x, y } = tinyData();
const folder = mkdtempSync(path.join(tmpdir(), "epochal-list-"));

describe("a training driven by hand", () => {
  test("is three lines more than the loop: stopping, a run, checkpoints", async () => {
    const run = new RecordedRun();
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
    model.build();
    const before = tf.memory().numTensors;
    const optimizer = tf.train.adam(0.1);
    const loss = () => tf.losses.meanSquaredError(y, model.predict(x) as tf.Tensor).asScalar();
    const filepath = path.join(folder, "best");
    const stopping = new EarlyStopping({
      patience: 3,
      minDelta: 1e-3,
      restoreBestWeights: true,
      run,
    });
    const checkpoint = new ModelCheckpoint({ filepath, saveBestOnly: true, run });
    const callbacks = new CallbackList([stopping, new History({ run }), checkpoint], { model });
    await callbacks.onTrainBegin();
    for (let epoch = 0; epoch < 200 && !callbacks.stopTraining; epoch++) {
      const trained = optimizer.minimize(loss, true) as tf.Scalar;
      // Every second epoch is validated.
      const validated = tf.tidy(() => (epoch % 2 === 0 ? { val_loss: loss() } : {}));
      await callbacks.onEpochEnd(epoch, { loss: trained, ...validated });
      expect(trained.isDisposed).toBe(false);
      tf.dispose([trained, validated]);
    }
    await callbacks.onTrainEnd();
    optimizer.dispose();
    expect(tf.memory().numTensors).toBe(before);
    expect(stopping.reason).toContain("val_loss had not improved");
    expect(stopping.stoppedEpoch - stopping.bestEpoch).toBe(6);
    expect(run.logs).toHaveLength(stopping.stoppedEpoch + 1);
    expect(callbacks.history?.history.val_loss).toHaveLength(stopping.stoppedEpoch / 2 + 1);
    expect(run.events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["early_stopping", "stopped_early", "weights_restored", "checkpoint"]),
    );
    const saved = await tf.loadLayersModel(fileSystem(filepath));
    expect(saved.getWeights()[0]?.arraySync()).toHaveLength(2);
  });

  test("tells the run what it is and what it costs, and hears what is asked of it", async () => {
    const parts = {
      model: true,
      training: true,
      fit: true,
      data: true,
      timing: true,
      cost: true,
    } as const;
    const run = new RecordedRun(parts);
    const callbacks = new CallbackList(new History({ run }), {
      model: tinyModel(),
      epochs: 9,
      steps: 3,
    });
    await callbacks.onTrainBegin();
    const card = run.events.find((event) => event.type === "card");
    expect(card?.card).toMatchObject({ fit: { epochs: 9 } });
    expect(Object.keys(card?.card ?? {})).toEqual(expect.arrayContaining(["model", "training"]));
    await callbacks.onEpochBegin(0);
    await callbacks.onBatchBegin(0);
    run.requests.push({ id: "1", want: "stop", by: "somebody" } as never);
    await callbacks.onBatchEnd(0, { size: 4, loss: 1 });
    expect(run.events.some(({ type }) => type === "request")).toBe(true);
    await callbacks.onEpochEnd(0, { loss: 1 });
    expect(callbacks.stopTraining).toBe(true);
    expect(Object.keys(Object.assign({}, ...run.logs.map(({ values }) => values)))).toEqual(
      expect.arrayContaining(["loss", "tracking_ms"]),
    );
    await callbacks.onTrainEnd();
    expect(run.events.filter(({ type }) => type === "warning")).toEqual([]);
  });

  test("goes on where a backup was", async () => {
    const backupDir = path.join(folder, "backup");
    const train = async (model: tf.Sequential, dieAt: number) => {
      const stopping = new EarlyStopping({ patience: 9 });
      const backup = new BackupAndRestore({ backupDir });
      const callbacks = new CallbackList([backup, stopping], { model });
      await callbacks.onTrainBegin();
      const { initialEpoch } = callbacks;
      for (let epoch = initialEpoch; epoch < 4; epoch++) {
        if (epoch === dieAt) return { initialEpoch, stopping };
        await callbacks.onEpochBegin(epoch);
        model.setWeights(model.getWeights().map((weight) => tf.fill(weight.shape, epoch)));
        await callbacks.onEpochEnd(epoch, { val_loss: epoch === 0 ? 0 : 1 });
      }
      await callbacks.onTrainEnd();
      return { initialEpoch, stopping };
    };
    await train(tinyModel(), 2);
    const model = tinyModel();
    const { initialEpoch, stopping } = await train(model, 2);
    expect(initialEpoch).toBe(2);
    expect(model.getWeights()[0]?.dataSync()[0]).toBe(1);
    expect([stopping.best, stopping.wait]).toEqual([0, 1]);
    expect((await train(tinyModel(), 9)).initialEpoch).toBe(2);
    expect((await train(tinyModel(), 0)).initialEpoch).toBe(0);
  });
});

describe("an error", () => {
  const begun = async (callbacks: readonly object[]) => {
    const list = new CallbackList(callbacks, { model: tinyModel() });
    await list.onTrainBegin();
    return list;
  };

  test("of a callback is told to all others, once", async () => {
    const errors: unknown[] = [];
    const hearing = new LambdaCallback({ onTrainError: (error) => errors.push(error) });
    const failing = {
      onEpochEnd: () => {
        throw new Error("odd");
      },
    };
    const list = await begun([hearing, failing]);
    await expect(list.onEpochEnd(0, { loss: 1 })).rejects.toThrow("odd");
    await list.onTrainError(new Error("odd"));
    expect(errors.map(String)).toEqual(["Error: odd"]);
    await expect(list.onEpochEnd(1)).rejects.toThrow(
      "CallbackList: there is no training. Call onTrainBegin() first",
    );
    await list.onTrainBegin();
    await list.onTrainEnd();
  });

  test("of the loop restores the best weights", async () => {
    const stopping = new EarlyStopping({ monitor: "loss", restoreBestWeights: true });
    const list = await begun([stopping]);
    const before = list.model.getWeights().map((weight) => weight.arraySync());
    await list.onEpochEnd(0, { loss: 1 });
    list.model.setWeights(list.model.getWeights().map((weight) => tf.onesLike(weight)));
    await list.onEpochEnd(1, { loss: 2 });
    await list.onTrainError(new Error("odd"));
    expect(list.model.getWeights().map((weight) => weight.arraySync())).toEqual(before);
  });
});

test("a validation of one's own is with averaged weights", async () => {
  const model = tinyModel();
  const list = new CallbackList(new SwapEMAWeights({ momentum: 0.5 }), { model });
  const kernel = () => model.getWeights()[0]?.dataSync()[0];
  await list.onTrainBegin();
  await list.onEpochBegin(0);
  await model.trainOnBatch(x, y);
  await list.onBatchEnd(0);
  const [trained, none] = [kernel(), 0];
  await list.onTestBegin();
  expect(kernel()).toBeCloseTo(((trained ?? 0) + none) / 2, 6);
  await list.onTestEnd();
  expect(kernel()).toBe(trained);
  await list.onEpochEnd(0, { val_loss: 1 });
  await list.onTrainEnd();
});

test.each(Object.entries(everyCallback))("%s can be driven by hand, twice", async (_, create) => {
  const model = tinyModel();
  const list = new CallbackList(create(), { model, epochs: 2, steps: 1 });
  for (let training = 0; training < 2; training++) {
    await list.onTrainBegin();
    for (let epoch = list.initialEpoch; epoch < 2; epoch++) {
      await list.onEpochBegin(epoch);
      await list.onBatchBegin(0);
      await list.onBatchEnd(0, { size: 1, loss: tf.scalar(0.5) });
      await list.onEpochEnd(epoch, { loss: 0.5, val_loss: 1 / (epoch + 1) });
    }
    await list.onTrainEnd();
  }
});

test.each(Object.entries(everyCallback))(
  "%s works with a model that was never compiled, or says that it must be",
  async (name, create) => {
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
    const list = new CallbackList(create(), { model });
    const needsOptimizer = [
      "BackupAndRestore",
      "LearningRateScheduler",
      "ReduceLROnPlateau",
      "SwapEMAWeights",
    ];
    if (needsOptimizer.includes(name)) {
      await expect(list.onTrainBegin()).rejects.toThrow(
        `${name}: the model has no optimizer. Compile it with the optimizer of your loop`,
      );
      return;
    }
    await list.onTrainBegin();
    await list.onEpochBegin(0);
    await list.onBatchBegin(0);
    await list.onBatchEnd(0, { loss: 0.5 });
    await list.onEpochEnd(0, { loss: 0.5, val_loss: 0.5 });
    await list.onTrainEnd();
  },
);

describe("what is added", () => {
  const list = (callbacks: readonly object[], args: Partial<CallbackListArgs> = {}) =>
    new CallbackList(callbacks, { model: tinyModel(), ...args }).callbacks.map(
      (callback) => callback.constructor.name,
    );

  test("is a History and a progress bar, where there is none", () => {
    expect(list([])).toEqual([]);
    expect(list([], { addHistory: true, addProgbar: true })).toEqual(["History", "ProgbarLogger"]);
    const own = [new History(), [[new ProgbarLogger()]]];
    expect(list(own, { addHistory: true, addProgbar: true })).toEqual(["History", "ProgbarLogger"]);
  });
});

test("the event loop turns between batches", async () => {
  const list = new CallbackList([], { model: tinyModel() });
  let turned = 0;
  const timer = setInterval(() => turned++, 1);
  await list.onTrainBegin();
  // TensorFlow.js turns the loop after a number of batches that it finds out. On a busy machine any time may pass before that,
  // but little of the processor's.
  const worked = () => process.cpuUsage().user / 1e6;
  const end = worked() + 3;
  for (let batch = 0; worked() < end && turned === 0; batch++) await list.onBatchEnd(batch);
  clearInterval(timer);
  await list.onTrainEnd();
  expect(turned).toBeGreaterThan(0);
});

const history = new History();
test.each<[unknown, unknown, string]>([
  [
    [],
    {},
    "CallbackList: model must be a tf.LayersModel, the one that the loop trains. Received: nothing",
  ],
  [[], undefined, "CallbackList: model must be a tf.LayersModel"],
  [
    [],
    { model: {} },
    "CallbackList: model must be a tf.LayersModel. Received: an object of Object",
  ],
  [
    [7],
    { model: tinyModel() },
    "CallbackList: callbacks[0] must be a callback or an object of hooks. Received: 7",
  ],
  [
    [history, [history]],
    { model: tinyModel() },
    "CallbackList: callbacks must be given once each. Received: History as callbacks[0] and callbacks[1]",
  ],
  [[{ onEpochEnded: () => {} }], { model: tinyModel() }, "Did you mean onEpochEnd?"],
])("refuses %j", (callbacks, args, message) => {
  expect(() => new CallbackList(callbacks, args as CallbackListArgs)).toThrow(message);
});
