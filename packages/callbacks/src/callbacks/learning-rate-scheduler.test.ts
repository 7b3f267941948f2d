import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { callbackContract, refusesArguments } from "../../test/callback-contract.ts";
import { RecordedRun } from "../../test/recorded-run.ts";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { learningRateOf } from "../optimizer/learning-rate-of.ts";
import { exponentialDecay } from "../schedules/exponential-decay.ts";
import { LearningRateScheduler } from "./learning-rate-scheduler.ts";

callbackContract({
  create: (run) =>
    new LearningRateScheduler({
      schedule: (epoch) => 0.1 / (epoch + 1),
      ...(run === undefined ? {} : { run }),
    }),
});

refusesArguments(LearningRateScheduler, [
  [{}, "LearningRateScheduler: schedule must be a function. Received: nothing"],
  [{ schedule: 0.1 }, "LearningRateScheduler: schedule must be a function. Received: 0.1"],
  [{ schedule: () => 1, per: "step" }, 'LearningRateScheduler: per must be "epoch" or "batch".'],
]);

const { x, y, validationData } = tinyData();

/** The rate in each batch of a fit of 3 batches an epoch. */
async function ratesOf(callback: LearningRateScheduler, rate: number, epochs: number) {
  const model = tinyModel();
  model.compile({ optimizer: tf.train.sgd(rate), loss: "meanSquaredError" });
  const rates: number[] = [];
  const { history } = await model.fit(x, y, {
    epochs,
    batchSize: 4,
    verbose: 0,
    validationData,
    callbacks: [
      callback,
      { onBatchEnd: () => void rates.push(learningRateOf(model) ?? Number.NaN) } as never,
    ],
  });
  return { rates, logged: history.learning_rate };
}

const expectClose = (actual: readonly unknown[] | undefined, expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries())
    expect(Number(actual?.[i]) / value).toBeCloseTo(1, 5);
};

describe("LearningRateScheduler does what Keras 3.16 does", () => {
  // The recorded scenarios, their schedules written out.
  test("exp", async () => {
    const schedule = (epoch: number, rate: number) => (epoch < 3 ? rate : rate * Math.exp(-0.1));
    const { logged } = await ratesOf(new LearningRateScheduler({ schedule }), 0.01, 6);
    expectClose(logged, [0.01, 0.01, 0.01, 0.009048374, 0.008187308, 0.0074081826]);
  });

  test("halve", async () => {
    const schedule = (_: number, rate: number) => rate / 2;
    const { logged } = await ratesOf(new LearningRateScheduler({ schedule }), 0.03, 2);
    expectClose(logged, [0.015, 0.0075]);
  });

  test("int_output, which Keras refuses, is a number like any other", async () => {
    const { logged } = await ratesOf(new LearningRateScheduler({ schedule: () => 1 }), 0.01, 1);
    expect(logged).toEqual([1]);
  });
});

test("sets the rate of each batch, counted over all epochs", async () => {
  const schedule = exponentialDecay({ initialLearningRate: 0.8, decaySteps: 1, decayRate: 0.5 });
  const { rates } = await ratesOf(new LearningRateScheduler({ schedule, per: "batch" }), 1, 2);
  expectClose(rates, [0.8, 0.4, 0.2, 0.1, 0.05, 0.025]);
});

test.each([[Number.NaN], [-1], ["0.1"], [undefined]])(
  "fails where its schedule gives %s",
  async (rate) => {
    const callback = new LearningRateScheduler({ schedule: () => rate as number });
    await expect(ratesOf(callback, 0.1, 1)).rejects.toThrow(
      "LearningRateScheduler: schedule must give a finite number of 0 or more. Received: ",
    );
  },
);

test("records each change", async () => {
  const run = new RecordedRun();
  const schedule = (epoch: number) => (epoch < 2 ? 0.1 : 0.01);
  await ratesOf(new LearningRateScheduler({ schedule, run }), 0.1, 3);
  expect(run.events).toEqual([
    {
      type: "learning_rate",
      epoch: 2,
      from: 0.1,
      to: 0.01,
      reason: "LearningRateScheduler: its schedule says so",
    },
  ]);
});
