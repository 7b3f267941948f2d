import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isDamaged, loadBirdStrikes } from "./load-bird-strikes.ts";

beforeEach(async () => {
  await tf.setBackend("cpu");
  tf.engine().startScope();
});
afterEach(() => tf.engine().endScope());

test("every row becomes an example, four fifths of them for training", () => {
  const { train, validation, width } = loadBirdStrikes({ seed: 42 });
  expect(train.x.shape).toEqual([8000, width]);
  expect(train.y.shape).toEqual([8000, 1]);
  expect(validation.x.shape).toEqual([2000, width]);
  expect(validation.y.shape).toEqual([2000, 1]);
});

test("the labels of both parts hold the 1,061 damaged aircraft, in like shares", () => {
  const { train, validation } = loadBirdStrikes({ seed: 42 });
  const [inTrain, inValidation] = [train, validation].map(({ y }) => y.sum().dataSync()[0] ?? 0);
  expect((inTrain ?? 0) + (inValidation ?? 0)).toBe(1061);
  expect((inTrain ?? 0) / 8000).toBeCloseTo(0.106, 2);
  expect((inValidation ?? 0) / 2000).toBeCloseTo(0.106, 2);
});

test("the same seed gives the same tensors, another seed gives others", () => {
  const [first, again, other] = [1, 1, 2].map((seed) => loadBirdStrikes({ seed }).train.x);
  expect(
    first
      ?.equal(again as tf.Tensor)
      .all()
      .dataSync()[0],
  ).toBe(1);
  expect(first?.slice(0, 100).dataSync()).not.toEqual(other?.slice(0, 100).dataSync().slice());
});

test("any damage counts, however it is spelled", () => {
  const row = { "Effect Amount of damage": "None" } as Parameters<typeof isDamaged>[0];
  expect(isDamaged(row)).toBe(0);
  expect(isDamaged({ ...row, "Effect Amount of damage": "Minor" })).toBe(1);
  expect(isDamaged({ ...row, "Effect Amount of damage": "C" })).toBe(1);
});
