import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { distinctSamples } from "./distinct-samples.ts";

test.each<[string, number[][], number, number, number[], boolean]>([
  ["of all", [[0], [1], [1], [0], [Number.NaN]], 0, 5, [0, 1, Number.NaN], true],
  ["of a part", [[0], [1], [1], [0]], 1, 3, [1], true],
  [
    "of rows",
    [
      [0, 1],
      [1, 0],
      [0, 1],
    ],
    0,
    3,
    [0, 1, 1, 0],
    true,
  ],
])("distinctSamples %s gives each once", (_, labels, start, end, values, areAll) => {
  const distinct = distinctSamples(tf.tensor(labels), start, end);
  expect(Array.from(distinct.samples.values)).toEqual(values);
  expect(distinct.areAll).toBe(areAll);
});

test("distinctSamples looks at all of many labels, and at some of many different ones", () => {
  const many = Float32Array.from({ length: 300_000 }, (_, i) => Number(i === 299_999));
  expect(distinctSamples(tf.tensor(many, [many.length, 1]), 0, many.length)).toMatchObject({
    samples: { values: [0, 1], shape: [2, 1] },
    areAll: true,
  });
  const different = tf.range(0, 10_000).reshape([10_000, 1]);
  expect(distinctSamples(different, 0, 10_000).areAll).toBe(false);
  const images = tf.zeros([9, 256, 256, 1]);
  const { samples, areAll } = distinctSamples(images, 0, 9);
  expect([samples.shape, areAll]).toEqual([[4, 256, 256, 1], false]);
});
