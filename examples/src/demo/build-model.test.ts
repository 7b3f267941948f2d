import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildModel } from "./build-model.ts";
import { plans } from "./plans.ts";

const width = 3;

beforeEach(async () => {
  await tf.setBackend("cpu");
  tf.engine().startScope();
});
afterEach(() => tf.engine().endScope());

test.each(plans)("$name has the layers of its plan, and answers with a probability", (plan) => {
  const model = buildModel({ plan, width, seed: 1 });
  const units = model.layers
    .filter((layer) => layer.getClassName() === "Dense")
    .map((layer) => layer.getConfig().units);
  expect(units).toEqual([...plan.units, 1]);
  const [answer] = (model.predict(tf.ones([1, width])) as tf.Tensor).dataSync();
  expect(answer).toBeGreaterThan(0);
  expect(answer).toBeLessThan(1);
});

test("the same seed gives the same weights", () => {
  const [plan] = plans;
  if (plan === undefined) throw new Error("there is no plan");
  const [first, again, other] = [1, 1, 2].map((seed) =>
    Array.from(buildModel({ plan, width, seed }).getWeights()[0]?.dataSync() ?? []),
  );
  expect(first).toHaveLength(width);
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});

test("the loss written by hand is NaN once a prediction is exactly 1", async () => {
  const plan = plans.find(({ name }) => name === "diverges");
  if (plan === undefined) throw new Error("there is no such plan");
  const model = buildModel({ plan: { ...plan, units: [] }, width: 1, seed: 1 });
  const lossAt = async (x: number) => {
    const y = tf.ones([1, 1]);
    const [loss] = model.evaluate(tf.tensor2d([[x]]), y, { batchSize: 1 }) as tf.Scalar[];
    return (await loss?.data())?.[0];
  };
  const [weight = 0] = model.getWeights()[0]?.dataSync() ?? [];
  expect(await lossAt(0)).toBeCloseTo(Math.LN2);
  expect(await lossAt(100 / weight)).toBeNaN();
});
