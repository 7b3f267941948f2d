import { describe, expect, test } from "vitest";
import { classNumbers, metricContract } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { NDCG } from "./ndcg.ts";

describe("NDCG", () => {
  metricContract(() => new NDCG(), { sampleShape: [5] });
  metricContract(() => new NDCG({ k: 2, gain: "exponential" }), {
    sampleShape: [4],
    labels: classNumbers(4),
  });

  test("is 1 for the best order, 0 without a relevant item, and between for ties", () => {
    const of = (relevances: readonly number[], scores: readonly number[], k?: number) => {
      const ndcg = new NDCG(k === undefined ? {} : { k });
      ndcg.updateState([relevances], [scores]);
      return ndcg.result();
    };
    expect(of([3, 2, 0], [0.9, 0.5, 0.1])).toBe(1);
    expect(of([0, 0, 0], [0.9, 0.5, 0.1])).toBe(0);
    // As scikit-learn's: both of two equal scores have half of what the two places give.
    expect(of([1, 0], [0.5, 0.5])).toBeCloseTo((1 + 1 / Math.log2(3)) / 2, 12);
    expect(of([1, 0], [0.5, 0.5], 1)).toBe(0.5);
    expect(of([0, 1], [0.9, 0.1])).toBeCloseTo(1 / Math.log2(3), 12);
  });

  test("refuses relevances below 0, and rankings of one item", () => {
    expect(() => new NDCG().updateState([[1, -1]], [[1, 2]])).toThrow("Received: -1");
    expect(() => new NDCG().updateState([[1]], [[1]])).toThrow("Received: shape [1,1]");
    expect(() => new NDCG().updateState([1, 0], [1, 2])).toThrow("Received: shape [2]");
  });

  rejectsOptions(NDCG, [
    [{ k: 0 }, RangeError, "k must be a whole number above 0. Received: 0"],
    [{ gain: "log" }, RangeError, 'gain must be "linear" or "exponential". Received: "log"'],
  ]);
});
