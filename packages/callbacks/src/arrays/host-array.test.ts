import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type MetricInput, toHostArray } from "./host-array.ts";

const read = (input: unknown) => {
  const { values, shape } = toHostArray(input as MetricInput, "Test: yPred");
  return { values: Array.from(values), shape: [...shape] };
};

describe("toHostArray", () => {
  beforeAll(() => tf.setBackend("cpu"));
  afterEach(() => tf.disposeVariables());

  test.each([
    [0.5, [0.5], []],
    [true, [1], []],
    [[], [], [0]],
    [[1, false], [1, 0], [2]],
    [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [1, 2, 3, 4, 5, 6],
      [2, 3],
    ],
    [[[[1], [2]]], [1, 2], [1, 2, 1]],
    [new Float32Array([0.5, 1]), [0.5, 1], [2]],
    [new Uint8Array([1, 0]), [1, 0], [2]],
    [
      [new Float32Array([1, 2]), new Float32Array([3, 4])],
      [1, 2, 3, 4],
      [2, 2],
    ],
    [{ values: [1, 2, 3, 4], shape: [2, 2] }, [1, 2, 3, 4], [2, 2]],
  ])("reads %j", (input, values, shape) => {
    expect(read(input)).toEqual({ values, shape });
  });

  test("reads tensors of every type of number, and leaves them as they are", () => {
    const tensors = [
      tf.tensor2d([[0, 1]], [1, 2], "float32"),
      tf.tensor2d([[0, 1]], [1, 2], "int32"),
      tf.tensor2d([[0, 1]], [1, 2], "bool"),
    ];
    for (const tensor of tensors) {
      expect(read(tensor)).toEqual({ values: [0, 1], shape: [1, 2] });
      expect(tensor.isDisposed).toBe(false);
    }
    tf.dispose(tensors);
  });

  test("reads a tensor from its device once, also through a reshaped view", () => {
    const tensor = tf.tensor1d([1, 2, 3, 4]);
    const view = tensor.reshape([2, 2]);
    const first = toHostArray(tensor, "Test: yPred");
    expect(toHostArray(tensor, "Test: yTrue").values).toBe(first.values);
    expect(toHostArray(view, "Test: yTrue")).toEqual({ values: first.values, shape: [2, 2] });
    tf.dispose([tensor, view]);
  });

  test("reads a variable anew after it was assigned", () => {
    const variable = tf.variable(tf.tensor1d([1]));
    expect(read(variable).values).toEqual([1]);
    variable.assign(tf.tensor1d([2]));
    expect(read(variable).values).toEqual([2]);
  });

  test("reads a tensor of another copy of TensorFlow.js, once too", () => {
    let reads = 0;
    const dataSync = () => new Float32Array([++reads, 2]);
    const foreign = { dtype: "float32", shape: [2], dataId: {}, dataSync };
    expect(read(foreign)).toEqual({ values: [1, 2], shape: [2] });
    expect(read(foreign)).toEqual({ values: [1, 2], shape: [2] });
  });

  const circular: unknown[] = [];
  circular.push(circular);
  test.each([
    [null, "Test: yPred must be a tensor, a typed array or an array of numbers. Received: null"],
    [undefined, "Received: undefined"],
    ["0.5".repeat(1000), "…"],
    [Promise.resolve([1]), "Received: a Promise (await it first)"],
    [() => 1, "Received: a function"],
    [{}, "Received: an object of Object"],
    [Object.create(null), "Received: an object of no class"],
    [new DataView(new ArrayBuffer(8)), "Received: an object of DataView"],
    [new BigInt64Array(2), "Received: BigInt64Array of 2 values"],
    [[1n], "Test: yPred must hold only numbers. Received: 1"],
    [["a"], 'Test: yPred must hold only numbers. Received: "a"'],
    [[null], "Test: yPred must hold only numbers. Received: null"],
    [[1, undefined], "Test: yPred must hold only numbers. Received: undefined"],
    [new Array(3), "Test: yPred must hold only numbers. Received: undefined"],
    [[[1, 2], [3]], "must have rows of equal length. Received: Array of 1 values where 2"],
    [[[1], 2], "must have rows of equal length. Received: 2 where 1 values"],
    [[1, [2]], "must have rows of equal length. Received: Array of 1 values where a number"],
    [circular, "must have at most 16 dimensions"],
    [{ values: [1, 2], shape: [3] }, "Received: 2 values of shape [3]"],
    [{ values: [1], shape: [-1, -1] }, "must hold values and a shape"],
    [{ values: "1", shape: [1] }, 'must hold values and a shape. Received: values "1"'],
  ])("rejects %o", (input, message) => {
    expect(() => read(input)).toThrow(TypeError);
    expect(() => read(input)).toThrow(message);
  });

  test("rejects tensors that hold no numbers, and disposed ones", () => {
    const text = tf.tensor1d(["a"]);
    expect(() => read(text)).toThrow("must be a tensor of numbers. Received: a string tensor");
    const tensor = tf.tensor1d([1]);
    read(tensor);
    tensor.dispose();
    expect(() => read(tensor)).toThrow("must be a tensor in use. Received: a disposed tensor");
    text.dispose();
  });
});
