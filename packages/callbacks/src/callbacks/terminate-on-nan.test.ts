import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { callbackContract, refusesArguments } from "../../test/callback-contract.ts";
import { RecordedRun } from "../../test/recorded-run.ts";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { TerminateOnNaN } from "./terminate-on-nan.ts";

callbackContract({
  create: () => new TerminateOnNaN(),
  recordsAlways: false,
});

refusesArguments(TerminateOnNaN, [
  [{ raiseError: 1 }, "TerminateOnNaN: raiseError must be true or false. Received: 1"],
  [{ raise_error: true }, "Received: raise_error. Did you mean raiseError?"],
]);

interface Scenario {
  readonly id: string;
  readonly kwargs: { readonly raise_error?: boolean };
  readonly batch_losses: readonly (number | string)[];
  readonly expected: { readonly stops_at_batch: number | null; readonly raises: string | null };
}
const golden = new URL("../../test/golden/keras-terminate-on-nan.json", import.meta.url);
const { scenarios } = JSON.parse(readFileSync(golden, "utf8")) as { scenarios: Scenario[] };

const { x, y } = tinyData();

/** A fit whose batches have the losses they are told to have: y is the loss, and the model gives 0. */
async function fitWithLosses(losses: readonly number[], callback: TerminateOnNaN) {
  const model = tinyModel([]);
  let batch = 0;
  const loss = (_yTrue: tf.Tensor, yPred: tf.Tensor) =>
    tf.tidy(() =>
      yPred
        .mul(0)
        .mean()
        .add(losses[batch] ?? 0),
    );
  model.compile({ optimizer: "sgd", loss });
  const batches: number[] = [];
  await model.fit(x, y, {
    epochs: 1,
    batchSize: 10 / losses.length,
    verbose: 0,
    shuffle: false,
    callbacks: [
      {
        onBatchBegin: (i: number) => {
          batch = i;
        },
        onBatchEnd: (i: number) => void batches.push(i),
      },
      callback,
    ] as never,
  });
  return batches;
}

describe("TerminateOnNaN does what Keras 3.16 does", () => {
  test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
    "%s",
    async (_, scenario) => {
      const { kwargs, batch_losses, expected } = scenario;
      const losses = [...batch_losses.map(Number), 1, 1, 1].slice(0, 5);
      const callback = new TerminateOnNaN({ raiseError: kwargs.raise_error ?? false });
      if (expected.raises === null) {
        const batches = await fitWithLosses(losses, callback);
        expect(batches).toHaveLength((expected.stops_at_batch ?? 4) + 1);
        expect(callback.batch ?? null).toBe(expected.stops_at_batch);
      } else {
        await expect(fitWithLosses(losses, callback)).rejects.toThrow(
          `TerminateOnNaN: the loss was NaN in epoch 1, batch ${Number(expected.stops_at_batch) + 1}, after a loss of 1`,
        );
      }
    },
  );
});

test("looks at the batch's own loss, and records it with the one before", async () => {
  const run = new RecordedRun();
  const callback = new TerminateOnNaN({ run });
  await fitWithLosses([4, 2, Number.POSITIVE_INFINITY, 1, 1], callback);
  expect(callback).toMatchObject({ epoch: 0, batch: 2 });
  expect(run.events).toEqual([
    { type: "non_finite", epoch: 0, batch: 2, key: "loss", value: "Infinity", before: 2 },
    {
      type: "stopped_early",
      epoch: 0,
      monitor: "loss",
      value: "Infinity",
      reason: "the loss was ∞ in batch 3, after a loss of 2",
    },
    {
      type: "partial_epoch",
      epoch: 0,
      batches: 3,
      of: 5,
      reason: "stopped after 3 of 5 batches",
    },
  ]);
});

test("finds weights that are not finite before the loss shows it", async () => {
  const model = tinyModel();
  const before = tf.memory().numTensors;
  const callback = new TerminateOnNaN({ checkWeights: true });
  await model.fit(x, y, {
    epochs: 2,
    batchSize: 5,
    verbose: 0,
    callbacks: [
      {
        onBatchEnd: (batch: number) => {
          const [, bias] = model.trainableWeights;
          if (batch === 1)
            tf.tidy(() => {
              bias?.write(tf.tensor1d([Number.NaN]));
            });
        },
      },
      callback,
    ] as never,
  });
  expect(callback.reason).toMatch(/^the weight .*bias was NaN in epoch 1, batch 2/);
  expect(tf.memory().numTensors).toBe(before);
});
