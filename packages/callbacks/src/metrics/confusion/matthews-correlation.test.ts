import { describe, expect, test } from "vitest";
import { classNumbers, metricContract } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { MatthewsCorrelation } from "./matthews-correlation.ts";

describe("MatthewsCorrelation", () => {
  metricContract(() => new MatthewsCorrelation());
  metricContract(() => new MatthewsCorrelation(), {
    sampleShape: [3],
    labelShape: [],
    labels: classNumbers(3),
  });
  metricContract(() => new MatthewsCorrelation({ threshold: 0.3 }), { sampleShape: [] });
  metricContract(() => new MatthewsCorrelation({ numClasses: 3 }), {
    sampleShape: [],
    labels: classNumbers(3),
    predictions: (size) => classNumbers(3)(size + 5).slice(5),
  });

  test("of two classes is the correlation of labels and decisions", () => {
    const metric = new MatthewsCorrelation();
    metric.updateState([1, 0, 1, 1, 0], [0.9, 0.2, 0.4, 0.8, 0.7]);
    const [tp, fp, tn, fn] = [2, 1, 1, 1];
    const root = Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));
    expect(metric.result()).toBeCloseTo((tp * tn - fp * fn) / root, 12);
  });

  rejectsOptions(MatthewsCorrelation, [
    [{ numClasses: 1 }, RangeError, "numClasses must be a whole number of at least 2. Received: 1"],
    [{ threshold: "0.5" }, RangeError, 'threshold must be a number. Received: "0.5"'],
  ]);
});
