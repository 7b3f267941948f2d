import { expect, test } from "vitest";
import { callbackContract, refusesArguments } from "../../test/callback-contract.ts";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { LambdaCallback } from "./lambda-callback.ts";

callbackContract({
  create: () => new LambdaCallback({ onEpochEnd: () => {} }),
  recordsAlways: false,
});

refusesArguments(LambdaCallback, [
  [{ onEpochEnded: () => {} }, "Received: onEpochEnded. Did you mean onEpochEnd?"],
  [{ on_epoch_end: () => {} }, "Received: on_epoch_end. Did you mean onEpochEnd?"],
  [{ onEpochEnd: 3 }, "LambdaCallback: onEpochEnd must be a function. Received: 3"],
]);

test("calls each hook, with numbers in the logs, and waits for it", async () => {
  const seen: unknown[] = [];
  const later = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
  const callback = new LambdaCallback({
    onTrainBegin: async () => {
      await later();
      seen.push("begin");
    },
    onEpochBegin: (epoch) => void seen.push(`epoch ${epoch}`),
    onBatchBegin: (batch) => void seen.push(`batch ${batch}`),
    onBatchEnd: (_batch, logs) => void seen.push(typeof logs.loss),
    onEpochEnd: (_epoch, logs) => {
      logs.extra = 1;
    },
    onTrainEnd: () => void seen.push("end"),
  });
  const { x, y } = tinyData();
  const { history } = await tinyModel().fit(x, y, {
    epochs: 1,
    batchSize: 5,
    verbose: 0,
    callbacks: [callback],
  });
  expect(seen).toEqual(["begin", "epoch 0", "batch 0", "number", "batch 1", "number", "end"]);
  expect(history.extra).toEqual([1]);
});

test("is told of an error", async () => {
  const errors: unknown[] = [];
  const callback = new LambdaCallback({
    onTrainError: (error) => void errors.push(error),
    onEpochEnd: () => {
      throw new Error("stop");
    },
  });
  const { x, y } = tinyData();
  await expect(tinyModel().fit(x, y, { verbose: 0, callbacks: [callback] })).rejects.toThrow(
    "stop",
  );
  expect(String(errors)).toBe("Error: stop");
});
