import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { Accuracy } from "./accuracy.ts";

describe("Accuracy", () => {
  // Scores are multiples of 1/64, so these labels match some of them.
  const someScores = (size: number) =>
    Array.from({ length: size }, (_, i) => (((i * 37 + (i % 2)) % 61) + 1) / 64);
  metricContract(() => new Accuracy(), { labels: someScores });
  metricContract(() => new Accuracy(), { labels: someScores, sampleShape: [] });

  test("compares class ids that float32 cannot tell apart", () => {
    const accuracy = new Accuracy();
    accuracy.updateState([2 ** 24, 7], [2 ** 24 + 1, 7]);
    expect(accuracy.result()).toBe(0.5);
  });

  test("compares fractions in float32, so that a tensor's 0.1 is 0.1", () => {
    const accuracy = new Accuracy();
    accuracy.updateState([0.1, 0.2], new Float32Array([0.1, 0.3]));
    expect(accuracy.result()).toBe(0.5);
  });

  test("gives 0 before any update", () => {
    expect(new Accuracy().result()).toBe(0);
  });
});
