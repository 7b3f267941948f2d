import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { axisLast } from "./axis-last.ts";

test.each([
  [0, [1, 2, 0]],
  [1, [0, 2, 1]],
  [2, [0, 1, 2]],
  [-1, [0, 1, 2]],
  [-2, [0, 2, 1]],
])("axisLast moves axis %i as a transposition does", (axis, order) => {
  const tensor = tf.range(0, 24).reshape([2, 3, 4]);
  const expected = tensor.transpose(order);
  const moved = axisLast("Test", { values: tensor.dataSync(), shape: tensor.shape }, axis);
  expect(moved.shape).toEqual(expected.shape);
  expect([...Array.from(moved.values)]).toEqual([...expected.dataSync()]);
});

test("axisLast refuses an axis that is not there", () => {
  expect(() => axisLast("Test", { values: [1], shape: [1] }, 2)).toThrow(
    "Test: axis 2 must be one of the predictions' dimensions. Received: shape [1]",
  );
});
