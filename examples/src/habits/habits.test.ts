import { AUC } from "@epochal/callbacks";
import { whole } from "@epochal/testing/full";
import type * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { loadBirdStrikes } from "../bird-strikes/load-bird-strikes.ts";
import { chooseBackend } from "../choose-backend.ts";

const { name: backend } = await chooseBackend();
/** Plain JavaScript, which then trains the convolutions, takes two minutes. */
const isTooSlow = backend !== "tensorflow" && whole(10) !== 10;

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const column = (tensor: tf.Tensor) => Array.from(tensor.dataSync());
const areaOf = (labels: tf.Tensor, scores: tf.Tensor) => {
  const auc = new AUC();
  auc.updateState(labels, scores);
  return auc.result();
};

/** The rows that the examples with bird strikes validate with. */
const { validation: strikes } = loadBirdStrikes({ seed: 7 });

test.skipIf(isTooSlow)("image classification reads digits", { timeout: 1_200_000 }, async () => {
  const { accuracy, matrix, model, validation } = await import("./image-classification.ts");
  const called = column((model.predict(validation.x) as tf.Tensor).argMax(-1));
  const hits = column(validation.y).map((digit, i) => Number(called[i] === digit));
  expect(accuracy).toBeCloseTo(mean(hits), 9);
  expect(accuracy).toBeGreaterThan(0.9);
  expect(matrix.flat().reduce((sum, count) => sum + count, 0)).toBe(360);
  expect(matrix.reduce((sum, row, i) => sum + (row[i] ?? 0), 0)).toBe(
    hits.filter((hit) => hit === 1).length,
  );
});

test("a time series is forecast better than by last week, and by last year", async () => {
  const { errors, model, validation } = await import("./time-series.ts");
  const forecasts = column(model.predict(validation.x) as tf.Tensor);
  const off = column(validation.y).map((value, i) => Math.abs(value - (forecasts[i] ?? 0)) * 10);
  expect(errors.model).toBeCloseTo(mean(off), 4);
  expect(errors.model).toBeLessThan(Math.min(errors.lastWeek, errors.yearAgo));
});

test("two outputs have metrics of their own, and one of them stops training", async () => {
  const { history, model, scores, stop, validation } = await import("./multi-output.ts");
  const [damage, speed] = model.predict(validation.x, { batchSize: 64 }) as [tf.Tensor, tf.Tensor];
  const [isDamaged, knots] = validation.y.split(2, 1) as [tf.Tensor, tf.Tensor];
  expect(scores.damage_auc).toBeCloseTo(areaOf(isDamaged, damage), 9);
  const off = column(knots).map((value, i) => Math.abs(value - (column(speed)[i] ?? 0)));
  expect(scores.speed_mae).toBeCloseTo(mean(off), 5);
  expect(history.val_damage_auc?.[stop.bestEpoch]).toBeCloseTo(scores.damage_auc ?? 0, 9);
});

test("a callback of one's own ends training when the gap is too wide", async () => {
  const { history } = await import("./custom-callback.ts");
  const gaps = history.auc_gap?.map(Number) ?? [];
  expect(gaps.length).toBeLessThan(20);
  expect(gaps.at(-1)).toBeGreaterThan(0.05);
  for (const gap of gaps.slice(0, -1)) expect(gap).toBeLessThanOrEqual(0.05);
});

test("a loop of one's own records what its metrics say", async () => {
  const { last, predictions, recorded } = await import("./custom-loop.ts");
  expect(last).toBeCloseTo(areaOf(strikes.y, predictions), 6);
  expect(last).toBeGreaterThan(0.75);
  expect(recorded.value.at(-1)).toBe(last);
  expect(recorded.step).toHaveLength(3);
});

test("a training that crashed goes on to the same values", async () => {
  const { best, resumed, whole } = await import("./checkpoint-and-resume.ts");
  // Two epochs of 32 batches, and the ten of the third that were backed up.
  expect(resumed.history).toEqual(whole.history);
  expect(resumed.batches).toBe(whole.batches - 74);
  const scores = best.predict(strikes.x) as tf.Tensor;
  const highest = Math.max(...(whole.history.val_auc ?? []).map(Number));
  expect(areaOf(strikes.y, scores)).toBeCloseTo(highest, 6);
});
