import { describe, expect, test } from "vitest";
import { metricContract, oneHot } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { TopKCategoricalAccuracy } from "./top-k-categorical-accuracy.ts";

describe("TopKCategoricalAccuracy", () => {
  metricContract(() => new TopKCategoricalAccuracy({ k: 2 }), {
    sampleShape: [3],
    labels: oneHot(3),
  });
  metricContract(() => new TopKCategoricalAccuracy({ k: 1 }), {
    sampleShape: [3],
    labels: oneHot(3),
  });

  test("counts a tie at the k-th place as a hit", () => {
    const accuracy = new TopKCategoricalAccuracy({ k: 1 });
    accuracy.updateState(
      [
        [0, 1, 0],
        [0, 0, 1],
      ],
      [
        [0.4, 0.4, 0.2],
        [0.4, 0.4, 0.2],
      ],
    );
    expect(accuracy.result()).toBe(0.5);
  });

  test("counts everything where there are no more classes than k", () => {
    const accuracy = new TopKCategoricalAccuracy();
    accuracy.updateState([[0, 1, 0]], [[0.9, 0.05, 0.05]]);
    expect(accuracy.result()).toBe(1);
  });

  rejectsOptions(TopKCategoricalAccuracy, [
    [{ k: 0 }, RangeError, "k must be a whole number"],
    [{ k: 1.5 }, RangeError, "Received: 1.5"],
    [{ k: "2" }, RangeError, 'Received: "2"'],
  ]);
});
