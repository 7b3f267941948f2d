import type { RunWriter } from "@epochal/record";
import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import type { Callback } from "../src/callbacks/callback.ts";
import { RecordedRun } from "./recorded-run.ts";
import { tinyData, tinyDataset, tinyModel } from "./tiny-training.ts";

export interface CallbackContractArgs {
  /** Makes the callback, with a run or without. */
  readonly create: (run?: RunWriter) => Callback;
  /** Whether it records something in every training that it has a run for. @default true */
  readonly recordsAlways?: boolean;
}

type Entry = "ours" | "plain" | "stock";

const orders: Entry[][] = [
  ["ours", "plain", "stock"],
  ["ours", "stock", "plain"],
  ["plain", "ours", "stock"],
  ["plain", "stock", "ours"],
  ["stock", "ours", "plain"],
  ["stock", "plain", "ours"],
];

const broken = (): RunWriter => ({
  log: () => {
    throw new Error("the disk is full");
  },
  describe: () => {
    throw new Error("the disk is full");
  },
  event: () => {
    throw new Error("the disk is full");
  },
});

/** The laws every callback of this package passes. */
export function callbackContract(args: CallbackContractArgs): void {
  const { create, recordsAlways = true } = args;
  const { x, y, validationData } = tinyData();
  const fitArgs = { epochs: 3, batchSize: 4, verbose: 0, validationData };

  describe("as every callback", () => {
    for (const order of orders) {
      test.each(["fit", "fitDataset"])(
        `works in the bare array ${order.join(", ")}: %s`,
        async (method) => {
          const run = new RecordedRun();
          const epochs: tf.Logs[] = [];
          const batches: number[] = [];
          // No loss is above 10, which it is told to want: it stops after three epochs.
          const stock = tf.callbacks.earlyStopping({
            monitor: "val_loss",
            patience: 3,
            mode: "max",
            baseline: 10,
          });
          const entries = {
            ours: create(run),
            plain: {
              onEpochEnd: (_epoch: number, logs?: tf.Logs) => void epochs.push({ ...logs }),
              onBatchEnd: (batch: number) => void batches.push(batch),
            },
            stock,
          };
          const callbacks = order.map((entry) => entries[entry]);
          const model = tinyModel();
          const before = tf.memory().numTensors;
          const history =
            method === "fit"
              ? await model.fit(x, y, { ...fitArgs, epochs: 9, callbacks })
              : await model.fitDataset(tinyDataset(), {
                  epochs: 9,
                  verbose: 0,
                  callbacks,
                  validationData: tinyDataset(),
                });
          expect(tf.memory().numTensors).toBe(before);
          expect(history.epoch).toEqual([0, 1, 2]);
          expect(epochs).toHaveLength(3);
          expect(epochs.every((logs) => Number.isFinite(logs.loss))).toBe(true);
          expect(batches).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2]);
        },
      );
    }

    test("works alone, not in an array", async () => {
      const callbacks = create();
      const { epoch } = await tinyModel().fit(x, y, { ...fitArgs, callbacks });
      expect(epoch).toEqual([0, 1, 2]);
    });

    test("serves a second fit, of another model too, and leaks no tensors", async () => {
      const callback = create(new RecordedRun());
      const [first, second] = [tinyModel(), tinyModel(["mae"], 2)];
      const before = tf.memory().numTensors;
      for (const model of [first, first, second]) {
        await model.fit(x, y, { ...fitArgs, callbacks: [callback] });
      }
      expect(tf.memory().numTensors).toBe(before);
    });

    test("survives hooks without logs", async () => {
      const callback = create(new RecordedRun());
      callback.setModel(tinyModel());
      await callback.onTrainBegin();
      await callback.onEpochBegin(0);
      await callback.onBatchBegin(0);
      await callback.onBatchEnd(0);
      await callback.onEpochEnd(0);
      await callback.onTrainEnd();
    });

    test("lets the event loop turn", async () => {
      let ticks = 0;
      const timer = setInterval(() => ticks++, 1);
      const callbacks = [create()];
      await tinyModel().fit(x, y, { ...fitArgs, yieldEvery: "epoch", callbacks });
      clearInterval(timer);
      const { epoch } = await tinyModel().fit(x, y, { ...fitArgs, yieldEvery: "batch", callbacks });
      expect(epoch).toHaveLength(3);
      expect(ticks).toBeGreaterThan(0);
    });

    test("a training that failed leaves no tensors and the callback usable", async () => {
      const callback = create(new RecordedRun());
      const model = tinyModel();
      const before = tf.memory().numTensors;
      let epochs = 0;
      const failing = model.fit(x, y, {
        ...fitArgs,
        callbacks: [
          callback,
          new tf.CustomCallback({
            onEpochEnd: () => {
              if (++epochs === 2) throw new Error("stop here");
            },
          }),
        ],
      });
      await expect(failing).rejects.toThrow("stop here");
      expect(tf.memory().numTensors).toBe(before);
      const { epoch } = await model.fit(x, y, { ...fitArgs, callbacks: [callback] });
      expect(epoch).toEqual([0, 1, 2]);
    });

    if (recordsAlways)
      test("a run that throws is reported once and training goes on", async () => {
        const warnings: string[] = [];
        const listen = (warning: Error) => void warnings.push(warning.message);
        process.on("warning", listen);
        const callbacks = [create(broken())];
        const { epoch } = await tinyModel().fit(x, y, { ...fitArgs, callbacks });
        await new Promise((resolve) => setImmediate(resolve));
        process.off("warning", listen);
        expect(epoch).toEqual([0, 1, 2]);
        expect(warnings.filter((message) => message.includes("the disk is full"))).toHaveLength(1);
        expect(warnings[0]).toContain("the run could not be written to; training goes on");
      });
  });
}

/** The law of arguments: what is wrong is refused at once, by the name of the option and the value received. */
export function refusesArguments(
  Class: new (args: never) => unknown,
  cases: readonly (readonly [args: unknown, message: string])[],
): void {
  test.each(cases)("refuses %o", (args, message) => {
    expect(() => new Class(args as never)).toThrow(message);
  });
}
