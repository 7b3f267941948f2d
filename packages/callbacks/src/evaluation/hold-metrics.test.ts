import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { AUC } from "../metrics/ranking/auc.ts";
import { evaluate } from "./evaluate.ts";

const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [1], kernelInitializer: "ones" })],
});
const x = tf.tensor2d([[0.1], [0.4], [0.35], [0.8]]);
const right = tf.tensor2d([[0], [0], [1], [1]]);
const wrong = tf.tensor2d([[1], [1], [0], [0]]);

test("two evaluations at once that share a metric each have a value of their own", async () => {
  const auc = new AUC();
  const metrics = [auc];
  const [first, second] = await Promise.all([
    evaluate(model, x, right, { metrics, batchSize: 1 }),
    evaluate(model, x, wrong, { metrics, batchSize: 1 }),
  ]);
  expect([first.auc, second.auc]).toEqual([0.75, 0.25]);
  // It holds the one that had it first.
  expect(auc.result()).toBe(0.75);
  expect((await evaluate(model, x, wrong, { metrics })).auc).toBe(0.25);
  expect(auc.result()).toBe(0.25);
});

test("a metric that is given twice counts each batch once for each", async () => {
  const auc = new AUC();
  const sampleWeight = [3, 1, 1, 1];
  const { auc: plain, ...rest } = await evaluate(model, x, right, {
    metrics: [auc, auc],
    weightedMetrics: [auc],
    sampleWeight,
  });
  expect(plain).toBe(0.75);
  expect(Object.values(rest)).toEqual([0.75, 0.875]);
});

test("an evaluation that fails gives the metric back", async () => {
  const auc = new AUC();
  await expect(evaluate(model, x, tf.tensor2d([[1]]), { metrics: [auc] })).rejects.toThrow();
  await evaluate(model, x, right, { metrics: [auc] });
  expect(auc.result()).toBe(0.75);
});
