import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { R2Score } from "./r2-score.ts";

describe("R2Score", () => {
  metricContract(() => new R2Score());
  metricContract(() => new R2Score(), { sampleShape: [3] });
  metricContract(() => new R2Score({ classAggregation: "none" }), { sampleShape: [3] });
  metricContract(() => new R2Score({ classAggregation: "variance_weighted_average" }), {
    sampleShape: [2],
  });

  test("is 1 for constant labels that are predicted right, and 0 for others", () => {
    const score = new R2Score();
    score.updateState([[3], [3]], [[3], [3]]);
    expect(score.result()).toBe(1);
    score.updateState([[3]], [[4]]);
    expect(score.result()).toBe(0);
  });

  test("is adjusted by the number of inputs", () => {
    const [plain, adjusted] = [new R2Score(), new R2Score({ numRegressors: 2 })];
    for (const score of [plain, adjusted]) {
      score.updateState([[1], [2], [4], [3], [5]], [[1], [2.5], [3.5], [3], [5]]);
    }
    expect(adjusted.result()).toBeCloseTo(1 - ((1 - plain.result()) * 4) / 2, 12);
  });

  rejectsOptions(R2Score, [
    [{ classAggregation: "mean" }, RangeError, 'Received: "mean"'],
    [
      { numRegressors: -1 },
      RangeError,
      "numRegressors must be a whole number of at least 0. Received: -1",
    ],
  ]);
});
