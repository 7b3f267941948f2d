import { describe, expect, test } from "vitest";
import { RecordedRun } from "../../test/recorded-run.ts";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { EarlyStopping } from "../callbacks/early-stopping.ts";
import { ModelCheckpoint } from "../callbacks/model-checkpoint.ts";
import { ReduceLROnPlateau } from "../callbacks/reduce-lr-on-plateau.ts";
import { AUC } from "../metrics/ranking/auc.ts";

const { x, y } = tinyData();

/** A fit without validation data that must not train a single batch. */
async function faultOf(callbacks: object[]): Promise<string> {
  let batches = 0;
  const counting = { onBatchEnd: () => void batches++ };
  const failing = tinyModel([new AUC()]).fit(x, y, {
    verbose: 0,
    callbacks: [...callbacks, counting] as never,
  });
  const message = await failing.then(
    () => "nothing was wrong",
    (error: Error) => error.message,
  );
  expect(batches).toBe(0);
  return message;
}

describe("before the first batch", () => {
  test("one fault is told as it is", async () => {
    expect(await faultOf([new EarlyStopping({ monitor: "acu" })])).toBe(
      "EarlyStopping: monitor must be one of loss, auc. Received: acu. Did you mean auc?",
    );
  });

  test("all faults of all callbacks are told together", async () => {
    const message = await faultOf([
      new EarlyStopping({ monitor: "val_auc" }),
      new ReduceLROnPlateau({ monitor: "auc", mode: "min" }),
      new ModelCheckpoint({ filepath: "never", monitor: "accuracy", saveBestOnly: true }),
    ]);
    expect(message.split("\n")).toEqual([
      "fit: 3 errors before the first batch:",
      expect.stringContaining("- EarlyStopping: monitor val_auc needs validation data"),
      expect.stringContaining('- ReduceLROnPlateau: mode must be "auto" or "max" for auc'),
      expect.stringContaining("- ModelCheckpoint: monitor must be one of loss, auc"),
    ]);
  });

  test("a value that is an average of batches is told of in the run", async () => {
    const run = new RecordedRun();
    const model = tinyModel(["precision"]);
    const stopping = new EarlyStopping({ monitor: "precision", run });
    await model.fit(x, y, { epochs: 1, verbose: 0, callbacks: [stopping] });
    expect(run.events[0]).toEqual({
      type: "warning",
      message:
        "EarlyStopping: precision is TensorFlow.js' mean over batches; new Precision() is exact",
    });
  });

  test.each([
    ["onEpochEnded", "onEpochEnd"],
    ["on_epoch_end", "onEpochEnd"],
    ["onepochend", "onEpochEnd"],
    ["onTrainBatchEnd", "onBatchEnd"],
    ["onEarlyStop", undefined],
  ])("a hook %s that would never be called is refused", async (name, similar) => {
    const message = await faultOf([new EarlyStopping({ monitor: "loss" }), { [name]: () => {} }]);
    expect(message).toContain("fit: hooks of callbacks[1] must be among onTrainBegin, onTrainEnd");
    expect(message).toContain(`Received: ${name}`);
    if (similar !== undefined) expect(message).toContain(`Did you mean ${similar}?`);
  });

  test("a function that is not named as a hook is left alone", async () => {
    const helpers = { once: () => {}, online: () => {}, only: () => {} };
    const callbacks = [new EarlyStopping({ monitor: "loss" }), helpers];
    await tinyModel().fit(x, y, { verbose: 0, callbacks: callbacks as never });
  });
});
