import { describe, expect, test } from "vitest";
import { classNumbers, metricContract, oneHot } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { CohenKappa } from "./cohen-kappa.ts";

describe("CohenKappa", () => {
  metricContract(() => new CohenKappa());
  metricContract(() => new CohenKappa(), {
    sampleShape: [3],
    labelShape: [],
    labels: classNumbers(3),
  });
  metricContract(() => new CohenKappa({ weights: "linear" }), {
    sampleShape: [3],
    labels: oneHot(3),
  });
  metricContract(() => new CohenKappa({ weights: "quadratic", numClasses: 3 }), {
    sampleShape: [],
    labels: classNumbers(3),
    predictions: (size) => classNumbers(3)(size + 5).slice(5),
  });

  test("is the zeroDivision where chance alone agrees with everything", () => {
    for (const zeroDivision of [0, 1, Number.NaN] as const) {
      const kappa = new CohenKappa({ zeroDivision });
      kappa.updateState([1, 1], [0.9, 0.8]);
      expect(kappa.result()).toBe(zeroDivision);
    }
  });

  rejectsOptions(CohenKappa, [
    [{ numClasses: 1 }, RangeError, "numClasses must be a whole number of at least 2. Received: 1"],
    [{ threshold: "0.5" }, RangeError, 'threshold must be a number. Received: "0.5"'],
    [{ weights: "cubic" }, RangeError, 'Received: "cubic"'],
  ]);
});
