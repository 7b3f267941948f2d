import { describe, expect, test } from "vitest";
import { classNumbers, metricContract, oneHot } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { BalancedAccuracy } from "./balanced-accuracy.ts";

describe("BalancedAccuracy", () => {
  metricContract(() => new BalancedAccuracy());
  metricContract(() => new BalancedAccuracy(), {
    sampleShape: [3],
    labelShape: [],
    labels: classNumbers(3),
  });
  metricContract(() => new BalancedAccuracy(), { sampleShape: [3], labels: oneHot(3) });
  metricContract(() => new BalancedAccuracy({ numClasses: 3 }), {
    sampleShape: [],
    labels: classNumbers(3),
    predictions: (size) => classNumbers(3)(size + 5).slice(5),
  });

  test("is the mean recall of the classes that occur", () => {
    const accuracy = new BalancedAccuracy();
    accuracy.updateState(
      [0, 0, 0, 1],
      [
        [0.9, 0.1, 0],
        [0.9, 0.1, 0],
        [0.1, 0.9, 0],
        [0.1, 0.9, 0],
      ],
    );
    expect(accuracy.result()).toBeCloseTo((2 / 3 + 1) / 2, 12);
  });

  rejectsOptions(BalancedAccuracy, [
    [{ numClasses: 1 }, RangeError, "numClasses must be a whole number of at least 2. Received: 1"],
    [{ threshold: "0.5" }, RangeError, 'threshold must be a number. Received: "0.5"'],
  ]);
});
