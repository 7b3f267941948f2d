import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { BinaryAccuracy } from "./binary-accuracy.ts";

describe("BinaryAccuracy", () => {
  metricContract(() => new BinaryAccuracy());
  metricContract(() => new BinaryAccuracy({ threshold: 0.25 }), { sampleShape: [3] });
  metricContract(() => new BinaryAccuracy(), { sampleShape: [] });

  test("counts a prediction equal to the threshold as 0, in float32", () => {
    const accuracy = new BinaryAccuracy({ threshold: 0.3 });
    accuracy.updateState([0, 0, 1], [0.3, Math.fround(0.3), 0.3001]);
    expect(accuracy.result()).toBe(1);
  });

  test("gives 0 before any update", () => {
    expect(new BinaryAccuracy().result()).toBe(0);
  });

  test("makes the result NaN for a NaN prediction instead of counting it as 0", () => {
    const accuracy = new BinaryAccuracy();
    accuracy.updateState([0, 1], [Number.NaN, 0.9]);
    expect(accuracy.result()).toBeNaN();
  });

  test.each([0, 1, 1.5, Number.NaN, "0.5"])("rejects the threshold %s", (threshold) => {
    expect(() => new BinaryAccuracy({ threshold: threshold as number })).toThrow(
      `BinaryAccuracy: threshold must be in (0, 1). Received: ${threshold}`,
    );
  });
});
