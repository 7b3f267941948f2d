import { describe, expect, test } from "vitest";
import { metricContract, oneHot } from "../../../test/metric-contract.ts";
import { CategoricalAccuracy } from "./categorical-accuracy.ts";

describe("CategoricalAccuracy", () => {
  metricContract(() => new CategoricalAccuracy(), { sampleShape: [3], labels: oneHot(3) });
  metricContract(() => new CategoricalAccuracy(), { sampleShape: [2, 3], labels: oneHot(3) });

  test("takes the first of equal scores", () => {
    const accuracy = new CategoricalAccuracy();
    accuracy.updateState(
      [
        [1, 0],
        [0, 1],
      ],
      [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
    );
    expect(accuracy.result()).toBe(0.5);
  });

  test("knows how sure it is", () => {
    const accuracy = new CategoricalAccuracy();
    expect(accuracy.confidenceInterval()).toEqual([0, 1]);
    accuracy.updateState(new Array(10).fill([1, 0]), new Array(10).fill([0.9, 0.1]));
    const [low, high] = accuracy.confidenceInterval(0.95);
    // Wilson's lower end of 10 of 10 is n / (n + z²).
    expect(low).toBeCloseTo(10 / (10 + 1.959964 ** 2), 6);
    expect(high).toBe(1);
    expect(() => accuracy.confidenceInterval(95)).toThrow(RangeError);
  });
});
