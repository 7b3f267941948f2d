import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { weightTensors } from "./weight-tensors.ts";

const rows = tf.zeros([3, 2]);
const steps = tf.zeros([3, 3, 2]);
const of = (given: unknown, labels: readonly tf.Tensor[] = [rows]) =>
  weightTensors({ owner: "fit", given, labels, outputNames: ["p", "q"].slice(0, labels.length) });
const shapes = (given: unknown, labels?: readonly tf.Tensor[]) =>
  of(given, labels).map((each) => each?.shape);

test.each([
  ["none", undefined, []],
  ["null", null, []],
  ["a list of numbers", [1, 2, 3], [[3]]],
  ["a typed array", new Float32Array(3), [[3]]],
  ["a tensor of whole numbers", tf.tensor1d([1, 2, 3], "int32"), [[3]]],
  ["a column", tf.ones([3, 1]), [[3]]],
  ["a tensor in a list", [tf.ones([3])], [[3]]],
  ["a list in a list", [[1, 2, 3]], [[3]]],
  ["a list by name", { p: [1, 2, 3] }, [[3]]],
])("%s for one output", (_, given, expected) => {
  expect(shapes(given)).toEqual(expected);
});

test.each([
  ["of samples", [1, 2, 3], [[3, 1]]],
  [
    "of steps",
    [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ],
    [[3, 3]],
  ],
  ["of steps with a last dimension of 1", tf.ones([3, 3, 1]), [[3, 3]]],
])("weights %s beside as many steps", (_, given, expected) => {
  expect(shapes(given, [steps])).toEqual(expected);
});

test("one list of numbers is for all outputs, and a list of lists for each", () => {
  expect(shapes([1, 2, 3], [rows, steps])).toEqual([[3], [3, 1]]);
  expect(shapes([[1, 2, 3], tf.ones([3, 3])], [rows, steps])).toEqual([[3], [3, 3]]);
  expect(shapes([null, [1, 2, 3]], [rows, steps])).toEqual([undefined, [3, 1]]);
  expect(shapes({ q: [1, 2, 3] }, [rows, steps])).toEqual([undefined, [3, 1]]);
  expect(shapes({}, [rows, steps])).toEqual([]);
});

test.each([
  [
    [1, 2],
    [rows],
    "fit: sampleWeight must have the shape [3], for labels of shape [3,2]. Received: shape [2]",
  ],
  [1, [rows], "Received: shape []"],
  [tf.ones([3, 2]), [rows], "Received: shape [3,2]"],
  [
    tf.ones([1, 3]),
    [steps],
    "must have the shape [3] or [3,3], for labels of shape [3,3,2]. Received: shape [1,3]",
  ],
  [tf.ones([3, 2]), [steps], "Received: shape [3,2]"],
  [{ r: [1, 2, 3] }, [rows], "must name outputs of the model, p. Received: r"],
  [[[1, 2, 3]], [rows, rows], "weights for each of 2 outputs. Received: a list of 1"],
  [
    tf.ones([3, 3]),
    [rows, steps],
    "one weight for each sample, or weights for each of the outputs p, q",
  ],
  [[[1, 2, 3], [1]], [rows, rows], "fit: sampleWeight of q must have the shape [3]"],
  ["heavy", [rows], "must be a tensor, a typed array or an array of numbers"],
  [tf.tensor1d(["a", "b", "c"]), [rows], "must be numbers. Received: a string tensor"],
])("refuses %o, and frees its tensors", (given, labels, message) => {
  const before = tf.memory().numTensors;
  expect(() => of(given, labels)).toThrow(message);
  expect(tf.memory().numTensors).toBe(before);
});
