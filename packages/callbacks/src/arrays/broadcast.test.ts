import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { broadcast } from "./broadcast.ts";

describe("broadcast", () => {
  test("stretches as TensorFlow.js does", async () => {
    await tf.setBackend("cpu");
    const axes = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.boolean()), { maxLength: 4 });
    fc.assert(
      fc.property(axes, fc.integer({ min: 0, max: 4 }), (given, missing) => {
        const shape = given.map(([length]) => length);
        const own = given.map(([length, isOne]) => (isOne ? 1 : length)).slice(missing);
        const size = own.reduce((product, length) => product * length, 1);
        const values = Array.from({ length: size }, (_, i) => i + 1);
        const expected = tf.tidy(() => tf.tensor(values, own).broadcastTo(shape).dataSync());
        expect(Array.from(broadcast({ values, shape: own }, shape) ?? [])).toEqual([...expected]);
      }),
    );
  });

  test("returns the values themselves where nothing needs stretching", () => {
    const values = new Float32Array([1, 2]);
    expect(broadcast({ values, shape: [2] }, [2])).toBe(values);
    expect(broadcast({ values, shape: [2] }, [1, 2])).toBe(values);
  });

  test.each([
    [[2], [3]],
    [[2, 1], [2]],
    [
      [3, 2],
      [2, 2],
    ],
  ])("is undefined for shape %j in %j", (own, shape) => {
    const values = new Float64Array(own.reduce((product, length) => product * length, 1));
    expect(broadcast({ values, shape: own }, shape)).toBeUndefined();
  });
});
