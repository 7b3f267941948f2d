import { describe, expect, test } from "vitest";
import { classNumbers, metricContract, oneHot } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { ExpectedCalibrationError } from "./expected-calibration-error.ts";

describe("ExpectedCalibrationError", () => {
  metricContract(() => new ExpectedCalibrationError());
  metricContract(() => new ExpectedCalibrationError({ numBins: 4 }), { sampleShape: [] });
  metricContract(() => new ExpectedCalibrationError(), {
    sampleShape: [3],
    labelShape: [],
    labels: classNumbers(3),
  });
  metricContract(() => new ExpectedCalibrationError({ numBins: 3 }), {
    sampleShape: [3],
    labels: oneHot(3),
  });

  test("is the definition, by brute force", () => {
    const [labels, scores] = [
      [0, 1, 1, 0, 1, 1],
      [0, 0.1, 0.21, 0.55, 0.6, 1],
    ];
    const error = new ExpectedCalibrationError({ numBins: 5 });
    error.updateState(labels, scores);
    let expected = 0;
    for (let bin = 0; bin < 5; bin++) {
      const inside = scores.flatMap((score, i) =>
        (score > bin / 5 || (bin === 0 && score === 0)) && score <= (bin + 1) / 5 ? [i] : [],
      );
      const mean = (of: readonly number[]) =>
        inside.reduce((sum, i) => sum + (of[i] ?? 0), 0) / inside.length;
      if (inside.length > 0)
        expected += (inside.length / 6) * Math.abs(mean(labels) - mean(scores));
    }
    expect(error.result()).toBeCloseTo(expected, 12);
    const curve = error.reliabilityCurve();
    expect(curve.map(({ weight }) => weight)).toEqual([2, 1, 2, 0, 1]);
    expect(curve[3]?.accuracy).toBeNaN();
  });

  test("refuses logits, and has seen nothing then", () => {
    const error = new ExpectedCalibrationError();
    expect(() => error.updateState([1, 1], [0.5, 1.5])).toThrow(
      "yPred must be probabilities in [0, 1]. Received: 1.5",
    );
    expect(error.result()).toBe(0);
  });

  rejectsOptions(ExpectedCalibrationError, [
    [{ numBins: 0 }, RangeError, "numBins must be a whole number above 0. Received: 0"],
  ]);
});
