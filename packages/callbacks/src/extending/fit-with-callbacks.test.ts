import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { Callback } from "../callbacks/callback.ts";
import { AUC } from "../metrics/ranking/auc.ts";

const { x, y, validationData } = tinyData();
const fitArgs = { epochs: 2, batchSize: 4, verbose: 0, validationData };

class Recorder extends Callback {
  readonly epochs: unknown[] = [];
  readonly batches: unknown[] = [];
  override async onEpochEnd(_epoch: number, logs: tf.Logs = {}): Promise<void> {
    this.epochs.push({ ...logs });
  }
  override async onBatchEnd(_batch: number, logs: tf.Logs = {}): Promise<void> {
    this.batches.push({ ...logs });
  }
}

test("hooks of a subclass find numbers in the logs", async () => {
  const recorder = new Recorder();
  await tinyModel([new AUC(), "mse"]).fit(x, y, { ...fitArgs, callbacks: [recorder] });
  expect(recorder.epochs).toHaveLength(2);
  expect(recorder.batches).toHaveLength(6);
  for (const logs of [...recorder.epochs, ...recorder.batches] as tf.Logs[]) {
    for (const value of Object.values(logs)) expect(typeof value).toBe("number");
  }
});

test("a value within an epoch is not computed where nobody looks", async () => {
  let computed = 0;
  class Counting extends AUC {
    override result(): number {
      computed++;
      return super.result();
    }
  }
  const model = tinyModel([new Counting()]);
  await model.fit(x, y, { ...fitArgs, batchSize: 1, epochs: 1, callbacks: [new Callback()] });
  const unseen = computed;
  computed = 0;
  await model.fit(x, y, { ...fitArgs, batchSize: 1, epochs: 1, callbacks: [new Recorder()] });
  expect(unseen).toBeLessThan(5);
  expect(computed).toBeGreaterThan(9);
});

test("nested arrays are taken apart, and what is no callback is refused by its place", async () => {
  const recorder = new Recorder();
  const nested = [[recorder], [[{ onEpochEnd: () => {} }]]] as unknown as Callback[];
  await tinyModel().fit(x, y, { ...fitArgs, callbacks: nested });
  expect(recorder.epochs).toHaveLength(2);
  const wrong = [recorder, null] as unknown as Callback[];
  await expect(tinyModel().fit(x, y, { ...fitArgs, callbacks: wrong })).rejects.toThrow(
    "fit: callbacks[1] must be a callback or an object of hooks. Received: null",
  );
});

test("a fit that is refused because another is going on leaves that one's callbacks alone", async () => {
  const errors: unknown[] = [];
  class Told extends Callback {
    override async onTrainError(error: unknown): Promise<void> {
      errors.push(error);
    }
  }
  const told = new Told();
  const model = tinyModel();
  const running = model.fit(x, y, { ...fitArgs, callbacks: [told] });
  await expect(model.fit(x, y, { ...fitArgs, callbacks: [told] })).rejects.toThrow("ongoing");
  await running;
  expect(errors).toEqual([]);
});

test("a fit with verbose auto has the exact values, too", async () => {
  const exact = await tinyModel([new AUC()]).fit(x, y, { ...fitArgs, shuffle: false });
  const args = { ...fitArgs, shuffle: false, verbose: "auto" };
  const { history } = await tinyModel([new AUC()]).fit(x, y, args as never);
  expect(history).toEqual(exact.history);
});

test("fits without anything of this package get their arguments as they are", async () => {
  const callbacks = [new tf.CustomCallback({})];
  const { epoch } = await tinyModel().fit(x, y, { ...fitArgs, callbacks });
  expect(epoch).toEqual([0, 1]);
  expect(callbacks).toHaveLength(1);
  const mixed = [tf.callbacks.earlyStopping(), { onEpochEnd: () => {} }];
  await expect(tinyModel().fit(x, y, { ...fitArgs, callbacks: mixed })).rejects.toThrow(
    "setParams is not a function",
  );
});
