import { describe, expect, test } from "vitest";
import { classNumbers, metricContract } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { SparseTopKCategoricalAccuracy } from "./sparse-top-k-categorical-accuracy.ts";

describe("SparseTopKCategoricalAccuracy", () => {
  metricContract(() => new SparseTopKCategoricalAccuracy({ k: 2 }), {
    sampleShape: [3],
    labelShape: [],
    labels: classNumbers(3),
  });
  metricContract(() => new SparseTopKCategoricalAccuracy({ k: 1 }), {
    sampleShape: [3],
    labelShape: [1],
    labels: classNumbers(3),
  });

  test("takes class numbers in their order in place of scores", () => {
    const accuracy = new SparseTopKCategoricalAccuracy({ k: 2, fromSortedIds: true });
    accuracy.updateState(
      [3, 1, 0],
      [
        [3, 1, 2],
        [3, 1, 2],
        [3, 1, 0],
      ],
    );
    expect(accuracy.result()).toBeCloseTo(2 / 3, 12);
  });

  rejectsOptions(SparseTopKCategoricalAccuracy, [
    [{ k: 0 }, RangeError, "k must be a whole number"],
    [{ k: 1.5 }, RangeError, "Received: 1.5"],
    [{ k: "2" }, RangeError, 'Received: "2"'],
    [{ fromSortedIds: 1 }, TypeError, "fromSortedIds must be true or false. Received: 1"],
  ]);
});
