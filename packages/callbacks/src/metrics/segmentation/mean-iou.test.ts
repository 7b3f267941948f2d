import { describe, expect, test } from "vitest";
import { classNumbers, metricContract, oneHot } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { MeanIoU } from "./mean-iou.ts";

describe("MeanIoU", () => {
  metricContract(() => new MeanIoU({ numClasses: 3 }), {
    sampleShape: [],
    labels: classNumbers(3),
    predictions: (size) => classNumbers(3)(size + 5).slice(5),
  });
  metricContract(() => new MeanIoU({ numClasses: 3, sparseYPred: false }), {
    sampleShape: [3],
    labelShape: [],
    labels: classNumbers(3),
  });
  metricContract(() => new MeanIoU({ numClasses: 3, sparseYTrue: false, sparseYPred: false }), {
    sampleShape: [3],
    labels: oneHot(3),
  });

  test("is the mean over the classes that occur or are predicted", () => {
    const metric = new MeanIoU({ numClasses: 4 });
    metric.updateState([0, 0, 1, 1], [0, 1, 0, 1]);
    expect(metric.result()).toBeCloseTo(1 / 3, 12);
  });

  rejectsOptions(MeanIoU, [
    [{}, TypeError, "numClasses must be a whole number of at least 2. Received: undefined"],
  ]);
});
