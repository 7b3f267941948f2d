import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { whole } from "@epochal/testing/full";
import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { RecordedRun } from "../../test/recorded-run.ts";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { EarlyStopping } from "./early-stopping.ts";
import { ModelCheckpoint } from "./model-checkpoint.ts";
import type { MonitorCallback } from "./monitor-callback.ts";
import { ReduceLROnPlateau } from "./reduce-lr-on-plateau.ts";

const { x, y } = tinyData();
const folder = mkdtempSync(path.join(tmpdir(), "epochal-monitor-"));
const warnings: string[] = [];
const told = () => warnings.splice(0);

beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation((line) => void warnings.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  warnings.length = 0;
});

/** The epochs of a loop of one's own; `undefined` is one without validation. */
async function drive(
  callback: MonitorCallback,
  values: readonly (number | undefined)[],
  model: tf.LayersModel = tinyModel(),
): Promise<number> {
  callback.setModel(model);
  await callback.onTrainBegin();
  model.stopTraining = false;
  for (const [epoch, value] of values.entries()) {
    await callback.onEpochBegin(epoch);
    await callback.onEpochEnd(epoch, {
      loss: 1,
      ...(value === undefined ? {} : { val_loss: value }),
    });
    if (model.stopTraining) return epoch;
  }
  return values.length;
}

/** `EarlyStopping.on_epoch_end` of Keras 3.16. */
function kerasEarlyStopping(values: readonly (number | undefined)[], patience: number) {
  let [best, bestEpoch, wait] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const [epoch, value] of values.entries()) {
    if (value === undefined) continue;
    wait++;
    if (value < best) {
      [best, bestEpoch, wait] = [value, epoch, 0];
    } else if (wait >= patience && epoch > 0) {
      return { ended: epoch, bestEpoch, wait };
    }
  }
  return { ended: values.length, bestEpoch, wait };
}

describe("in a loop of one's own", () => {
  test("EarlyStopping waits for its key as Keras does", async () => {
    const value = fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined });
    const model = tinyModel();
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 3 }),
        async (values, patience) => {
          const stopping = new EarlyStopping({ patience });
          const ended = await drive(stopping, values, model);
          const { bestEpoch, wait } = stopping;
          expect({ ended, bestEpoch, wait }).toEqual(kerasEarlyStopping(values, patience));
        },
      ),
      { numRuns: whole(500) },
    );
  });

  const every = [undefined, 5, undefined, 4, undefined, 6, undefined, 7];

  test("ReduceLROnPlateau counts the epochs that have a value", async () => {
    const model = tinyModel();
    const reduce = new ReduceLROnPlateau({ patience: 2, factor: 0.5 });
    await drive(reduce, every.slice(0, 7), model);
    expect(reduce.wait).toBe(1);
    await drive(reduce, every, model);
    expect(Reflect.get(model.optimizer, "learningRate")).toBeCloseTo(0.005, 8);
  });

  test("ModelCheckpoint saves until the first value comes, then only what is better", async () => {
    const run = new RecordedRun();
    const args = { filepath: path.join(folder, "best"), saveBestOnly: true, run };
    await drive(new ModelCheckpoint(args), every);
    const saved = run.events.flatMap((event) => (event.type === "checkpoint" ? event.epoch : []));
    expect(saved).toEqual([0, 1, 3]);
    run.events.length = 0;
    await drive(new ModelCheckpoint({ ...args, initialValueThreshold: 5 }), every);
    // The run goes on behind the four epochs of the first loop.
    expect(run.events.flatMap((event) => (event.type === "checkpoint" ? event.epoch : []))).toEqual(
      [4 + 3],
    );
  });

  test.each([
    ["EarlyStopping", () => new EarlyStopping({ patience: 9 })],
    ["ReduceLROnPlateau", () => new ReduceLROnPlateau()],
    [
      "ModelCheckpoint",
      () => new ModelCheckpoint({ filepath: path.join(folder, "told"), saveBestOnly: true }),
    ],
  ])("%s tells once that its key has not come", async (name, create) => {
    await drive(create(), every);
    expect(told()).toEqual([
      `${name}: monitor val_loss is not in the logs of epoch 1: ${
        name === "ReduceLROnPlateau" ? "loss, learning_rate" : "loss"
      }. Epochs without it do not count`,
    ]);
    await drive(create(), [5, undefined, undefined, 4]);
    expect(told()).toEqual([]);
  });

  test("ModelCheckpoint compares the validations between batches, which fit() does not have", async () => {
    const run = new RecordedRun();
    const filepath = path.join(folder, "batches");
    const checkpoint = new ModelCheckpoint({ filepath, saveBestOnly: true, saveFreq: 1, run });
    checkpoint.setModel(tinyModel());
    await checkpoint.onTrainBegin();
    for (const [batch, val_loss] of [3, 4, 2].entries()) {
      await checkpoint.onBatchEnd(batch, { loss: 1, val_loss });
    }
    expect(run.events.map((event) => event.type === "checkpoint" && event.batch)).toEqual([0, 2]);
    const callbacks = [checkpoint];
    await expect(tinyModel().fit(x, y, { verbose: 0, callbacks })).rejects.toThrow(
      "ModelCheckpoint: monitor must be a training value where batches are compared: val_loss",
    );
  });

  test("a model that is not compiled has any key, and a loss is better the lower it is", async () => {
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
    const stopping = new EarlyStopping({ patience: 2 });
    expect(await drive(stopping, [3, 2, 2, 2, 2], model)).toBe(3);
    await expect(drive(new EarlyStopping({ monitor: "val_auc" }), [1], model)).rejects.toThrow(
      'EarlyStopping: mode must be "max" or "min" for val_auc: nothing says which way it is better. Received: "auto"',
    );
    await drive(new EarlyStopping({ monitor: "val_los", mode: "min" }), [1], model);
    expect(told()).toEqual([
      "EarlyStopping: monitor val_los is not in the logs of epoch 1: loss, val_loss. Epochs without it do not count. Did you mean val_loss?",
    ]);
  });
});

describe("in a fit whose earlier callback validates when it likes", () => {
  const validating = {
    onEpochEnd: (epoch: number, logs: tf.Logs = {}) => {
      if (epoch % 2 === 1) logs.val_score = [1, 3, 2, 2, 2][(epoch - 1) / 2] ?? 0;
    },
  };

  test("the key is waited for", async () => {
    const run = new RecordedRun();
    const stopping = new EarlyStopping({ monitor: "val_score", mode: "max", patience: 2, run });
    const callbacks = [validating, stopping];
    const { epoch } = await tinyModel().fit(x, y, { epochs: 20, verbose: 0, callbacks });
    expect(epoch).toHaveLength(8);
    expect(stopping.bestEpoch).toBe(3);
    const message =
      "EarlyStopping: monitor val_score is not in the logs of epoch 1: loss, mse. Epochs without it do not count";
    expect(told()).toEqual([message]);
    expect(run.events.filter(({ type }) => type === "warning")).toEqual([
      { type: "warning", message: message.replace(" of epoch 1", ""), epoch: 0 },
    ]);
  });

  test("so are the keys watched beside the first, and goals", async () => {
    const stopping = new EarlyStopping({
      monitor: [{ key: "loss" }, { key: "val_score", mode: "max" }],
      until: { val_score: 3 },
      patience: 9,
    });
    const callbacks = [validating, stopping];
    const { epoch } = await tinyModel().fit(x, y, { epochs: 20, verbose: 0, callbacks });
    expect(epoch).toHaveLength(4);
    expect(told()).toHaveLength(1);
  });
});

test("a part of a metric that nobody adds is missed at the end of the first epoch", async () => {
  const stopping = new EarlyStopping({ monitor: "mse[cat]" });
  const fitting = tinyModel().fit(x, y, { epochs: 2, verbose: 0, callbacks: [stopping] });
  await expect(fitting).rejects.toThrow(
    "EarlyStopping: monitor mse[cat] is not in the logs of epoch 1: loss, mse",
  );
});
