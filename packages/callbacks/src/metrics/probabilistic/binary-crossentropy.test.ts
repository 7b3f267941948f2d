import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { BinaryCrossentropy, type BinaryCrossentropyArgs } from "./binary-crossentropy.ts";

describe("BinaryCrossentropy", () => {
  metricContract(() => new BinaryCrossentropy());
  metricContract(() => new BinaryCrossentropy({ fromLogits: true, labelSmoothing: 0.1 }), {
    sampleShape: [3],
  });

  const of = (label: number, prediction: number, args: BinaryCrossentropyArgs = {}): number => {
    const crossentropy = new BinaryCrossentropy(args);
    crossentropy.updateState([[label]], [[prediction]]);
    return crossentropy.result();
  };

  test("bounds the cost of a prediction that is surely wrong", () => {
    expect(of(1, 0)).toBeCloseTo(-Math.log(1e-7), 10);
    expect(of(0, 1)).toBeCloseTo(15.942385, 5);
    expect(of(0, 2)).toBe(of(0, 1));
  });

  test("gives the same for a logit as for its probability", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -12, max: 12, noNaN: true }),
        fc.constantFrom(0, 0.3, 1),
        (logit, label) => {
          const probability = 1 / (1 + Math.exp(-logit));
          expect(of(label, logit, { fromLogits: true })).toBeCloseTo(of(label, probability), 6);
        },
      ),
    );
  });

  test("does not overflow for large logits", () => {
    expect(of(0, 1000, { fromLogits: true })).toBe(1000);
    expect(of(1, 1000, { fromLogits: true })).toBe(0);
  });

  test("moves labels towards 0.5", () => {
    expect(of(1, 0.9, { labelSmoothing: 0.2 })).toBeCloseTo(of(0.9, 0.9), 12);
  });

  test.each([
    [
      { labelSmoothing: 1.5 },
      "BinaryCrossentropy: labelSmoothing must be in [0, 1]. Received: 1.5",
    ],
    [{ labelSmoothing: Number.NaN }, "labelSmoothing must be in [0, 1]. Received: NaN"],
    [{ fromLogits: 1 }, "BinaryCrossentropy: fromLogits must be true or false. Received: 1"],
  ])("rejects %j", (args, message) => {
    expect(() => new BinaryCrossentropy(args as BinaryCrossentropyArgs)).toThrow(message);
  });
});
