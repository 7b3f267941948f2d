import { describe, expect, test } from "vitest";
import { classNumbers, metricContract, oneHot } from "../../../test/metric-contract.ts";
import { BrierScore } from "./brier-score.ts";

describe("BrierScore", () => {
  metricContract(() => new BrierScore());
  metricContract(() => new BrierScore(), { sampleShape: [] });
  metricContract(() => new BrierScore(), {
    sampleShape: [3],
    labelShape: [],
    labels: classNumbers(3),
  });
  metricContract(() => new BrierScore(), { sampleShape: [3], labels: oneHot(3) });

  test("is 0 for the truth, 1 for its opposite, and 2 over classes", () => {
    const score = new BrierScore();
    score.updateState([0, 1], [0, 1]);
    expect(score.result()).toBe(0);
    score.resetState();
    score.updateState([0, 1], [1, 0]);
    expect(score.result()).toBe(1);
    score.resetState();
    score.updateState(
      [0, 1],
      [
        [0, 1],
        [1, 0],
      ],
    );
    expect(score.result()).toBe(2);
  });
});
