import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { callbackContract, refusesArguments } from "../../test/callback-contract.ts";
import { RecordedRun } from "../../test/recorded-run.ts";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { AUC } from "../metrics/ranking/auc.ts";
import { EarlyStopping } from "./early-stopping.ts";

callbackContract({
  create: (run) =>
    new EarlyStopping({
      patience: 99,
      restoreBestWeights: true,
      ...(run === undefined ? {} : { run }),
    }),
});

refusesArguments(EarlyStopping, [
  [null, "EarlyStopping: args must be an options object, { monitor, combine, until, "],
  [{ patients: 3 }, "Received: patients. Did you mean patience?"],
  [{ monitor: "" }, "EarlyStopping: monitor must be a log key, or a list of"],
  [{ monitor: 7 }, "or a list of { key, mode, minDelta }. Received: 7"],
  [{ minDelta: Number.NaN }, "EarlyStopping: minDelta must be a finite number or"],
  [{ patience: -1 }, "EarlyStopping: patience must be a whole number of 0 or more. Received: -1"],
  [{ patience: 1.5 }, "EarlyStopping: patience must be a whole number of 0 or more. Received: 1.5"],
  [{ patience: "3" }, 'EarlyStopping: patience must be a whole number of 0 or more. Received: "3"'],
  [{ mode: "maximum" }, 'EarlyStopping: mode must be "auto", "max" or "min". Received: "maximum"'],
  [{ baseline: Number.POSITIVE_INFINITY }, "EarlyStopping: baseline must be a finite number."],
  [
    { restoreBestWeights: 1 },
    "EarlyStopping: restoreBestWeights must be true or false. Received: 1",
  ],
  [{ startFromEpoch: -2 }, "EarlyStopping: startFromEpoch must be a whole number of 0 or more."],
  [{ verbose: 3 }, "EarlyStopping: verbose must be 0, 1, 2, true or false. Received: 3"],
  [{ run: { log() {} } }, "EarlyStopping: run must be a run writer with log, describe, event."],
]);

const { x, y, validationData } = tinyData();

/** Values put into the logs, epoch by epoch, and weights tagged with the epoch. */
function script(key: string, values: readonly number[], model: tf.LayersModel) {
  return {
    onEpochEnd: (epoch: number, logs: tf.Logs = {}) => {
      logs[key] = values[epoch] ?? Number.NaN;
      tf.tidy(() => {
        model.setWeights(model.getWeights().map((weight) => tf.fill(weight.shape, epoch)));
      });
    },
  };
}

describe("stopping", () => {
  const values = [0.6, 0.7, 0.9, 0.8, 0.85, 0.5];

  test("says why in one sentence and records trace, stop and restored weights", async () => {
    const run = new RecordedRun();
    const model = tinyModel([new AUC()]);
    const stopping = new EarlyStopping({
      monitor: "val_auc",
      patience: 2,
      restoreBestWeights: true,
      run,
    });
    const before = tf.memory().numTensors;
    const { epoch } = await model.fit(x, y, {
      epochs: 20,
      verbose: 0,
      validationData,
      callbacks: [script("val_auc", values, model), stopping],
    });
    expect(tf.memory().numTensors - before).toBe(0);
    expect(epoch).toHaveLength(5);
    const reason = "val_auc had not improved on 0.9000 (epoch 3) for 2 epochs";
    expect(stopping).toMatchObject({ best: 0.9, bestEpoch: 2, wait: 2, stoppedEpoch: 4, reason });
    expect(model.getWeights()[0]?.dataSync()[0]).toBe(2);
    expect(run.events.map(({ type }) => type)).toEqual([
      ...Array(5).fill("early_stopping"),
      "stopped_early",
      "weights_restored",
    ]);
    expect(run.events[3]).toEqual({
      type: "early_stopping",
      epoch: 3,
      monitor: "val_auc",
      mode: "max",
      value: 0.8,
      best: 0.9,
      bestEpoch: 2,
      minDelta: 0,
      wait: 1,
      patience: 2,
      improved: false,
    });
    expect(run.events[5]).toEqual({
      type: "stopped_early",
      epoch: 4,
      monitor: "val_auc",
      value: 0.85,
      best: 0.9,
      bestEpoch: 2,
      waited: [{ monitor: "val_auc", best: 0.9, bestEpoch: 2, wait: 2 }],
      reason: "val_auc had not improved on 0.9000 for 2 epochs",
    });
    expect(run.events[6]).toEqual({
      type: "weights_restored",
      epoch: 2,
      monitor: "val_auc",
      value: 0.9,
    });
  });

  test.each([
    [[Number.NaN, Number.NaN], {}, "val_loss had had no finite value for 2 epochs"],
    [
      [0.9, 0.8],
      { baseline: 0.5 },
      "val_loss had not improved on the baseline 0.5000 for 2 epochs (best: 0.8000 in epoch 2)",
    ],
    [
      [0.9, 0.85],
      { patience: 1, minDelta: 0.1 },
      "val_loss had not improved on 0.9000 (epoch 1) by more than 0.1000 for 1 epoch",
    ],
  ])("of %o with %o gives its reason", async (losses, args, reason) => {
    const model = tinyModel();
    const stopping = new EarlyStopping({ patience: 2, ...args });
    const callbacks = [script("val_loss", losses, model), stopping];
    await model.fit(x, y, { epochs: 20, verbose: 0, validationData, callbacks });
    expect(stopping.reason).toBe(reason);
  });

  test("a run that ends by itself restores its best weights without having stopped", async () => {
    const model = tinyModel();
    const stopping = new EarlyStopping({ patience: 9, restoreBestWeights: true });
    const callbacks = [script("val_loss", [3, 1, 2], model), stopping];
    await model.fit(x, y, { epochs: 3, verbose: 0, validationData, callbacks });
    expect(stopping).toMatchObject({ stoppedEpoch: 0, reason: undefined, bestEpoch: 1 });
    expect(model.getWeights()[0]?.dataSync()[0]).toBe(1);
  });

  test("a training that fails gets its best weights back, and its own error", async () => {
    const run = new RecordedRun();
    const model = tinyModel();
    const stopping = new EarlyStopping({ patience: 9, restoreBestWeights: true, run });
    const fails = {
      onEpochBegin: (epoch: number) => {
        if (epoch === 3) throw new Error("out of memory");
      },
    };
    const callbacks = [script("val_loss", [3, 1, 2], model), stopping, fails];
    await expect(
      model.fit(x, y, { epochs: 9, verbose: 0, validationData, callbacks }),
    ).rejects.toThrow("out of memory");
    expect(model.getWeights()[0]?.dataSync()[0]).toBe(1);
    expect(run.events.at(-1)).toMatchObject({ type: "weights_restored", epoch: 1 });
  });

  test("restores what batch normalisation has learned, and survives weights on every layer", async () => {
    const model = tf.sequential({
      layers: [tf.layers.batchNormalization({ inputShape: [2] }), tf.layers.dense({ units: 1 })],
    });
    model.compile({ optimizer: "adam", loss: "meanSquaredError" });
    const kept: unknown[] = [];
    const keep = { onEpochEnd: () => void kept.push(model.getWeights().map((w) => w.arraySync())) };
    const force = {
      onEpochEnd: (epoch: number, logs: tf.Logs = {}) => {
        logs.loss = epoch === 1 ? 0 : 1;
      },
    };
    const stopping = new EarlyStopping({ monitor: "loss", patience: 3, restoreBestWeights: true });
    const callbacks = [force, keep, stopping];
    await model.fit(x, y, { epochs: 9, verbose: 0, callbacks });
    expect(kept).toHaveLength(5);
    expect(model.getWeights().map((w) => w.arraySync())).toEqual(kept[1]);
    expect(kept[4]).not.toEqual(kept[1]);
  });

  test("an epoch that another callback ended before its validation counts for nothing", async () => {
    const run = new RecordedRun();
    const model = tinyModel();
    const stopping = new EarlyStopping({ run });
    const stop = {
      onBatchEnd: () => {
        model.stopTraining = true;
      },
    };
    await model.fit(x, y, {
      epochs: 3,
      batchSize: 4,
      verbose: 0,
      validationData,
      callbacks: [stop, stopping],
    });
    expect(stopping.wait).toBe(0);
    expect(run.events).toEqual([
      {
        type: "warning",
        epoch: 0,
        message: "EarlyStopping: monitor val_loss is not in the logs: loss, mse",
      },
      {
        type: "partial_epoch",
        epoch: 0,
        batches: 1,
        of: 3,
        reason: "stopped after 1 of 3 batches",
      },
    ]);
  });

  test.each([0, 1, true] as const)(
    "with verbose %s prints what it did, or nothing",
    async (verbose) => {
      const lines: string[] = [];
      const { log } = console;
      console.log = (line: string) => void lines.push(line);
      const model = tinyModel([new AUC()]);
      const args = { monitor: "val_auc", patience: 2, restoreBestWeights: true, verbose };
      const callbacks = [script("val_auc", values, model), new EarlyStopping(args)];
      await model
        .fit(x, y, { epochs: 20, verbose: 0, validationData, callbacks })
        .finally(() => Object.assign(console, { log }));
      expect(lines).toEqual(
        verbose
          ? [
              "Epoch 5: early stopping, val_auc had not improved on 0.9000 (epoch 3) for 2 epochs.",
              "Restoring model weights from the end of the best epoch: 3 (val_auc 0.9000).",
            ]
          : [],
      );
    },
  );

  test("driven by hand and begun again without an end, keeps one set of weights", async () => {
    const model = tinyModel();
    const stopping = new EarlyStopping({ monitor: "loss", restoreBestWeights: true });
    stopping.setModel(model);
    const before = tf.memory().numTensors;
    for (const loss of [3, 2, 1]) {
      await stopping.onTrainBegin();
      await stopping.onEpochEnd(0, { loss });
      expect(tf.memory().numTensors).toBe(before + model.getWeights().length);
    }
    await stopping.onTrainEnd();
    expect(tf.memory().numTensors).toBe(before);
  });

  test("without a model says what is missing", async () => {
    await expect(new EarlyStopping().onTrainBegin()).rejects.toThrow(
      "EarlyStopping: there is no model. Give the callback to fit(), or call setModel()",
    );
  });
});
