import { describe, expect, test } from "vitest";
import { classNumbers, metricContract } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { IoU } from "./iou.ts";

describe("IoU", () => {
  metricContract(() => new IoU({ numClasses: 3, targetClassIds: [0, 2] }), {
    sampleShape: [],
    labels: classNumbers(3),
    predictions: (size) => classNumbers(3)(size + 5).slice(5),
  });
  metricContract(() => new IoU({ numClasses: 3, targetClassIds: [1], sparseYPred: false }), {
    sampleShape: [3],
    labelShape: [],
    labels: classNumbers(3),
  });
  metricContract(() => new IoU({ numClasses: 3, targetClassIds: [0], ignoreClass: 1 }), {
    sampleShape: [],
    labels: classNumbers(3),
    predictions: (size) => classNumbers(3)(size + 5).slice(5),
  });

  test("refuses scores where it was told class numbers", () => {
    const metric = new IoU({ numClasses: 2, targetClassIds: [1] });
    expect(() => metric.updateState([0, 1], [0.2, 0.7])).toThrow("yPred");
    expect(metric.result()).toBe(0);
  });

  test("leaves class numbers outside the range out, as Keras does", () => {
    const metric = new IoU({ numClasses: 2, targetClassIds: [1] });
    metric.updateState([1, 1, 9], [1, 0, 1]);
    expect(metric.result()).toBe(0.5);
  });

  rejectsOptions(IoU, [
    [{}, TypeError, "numClasses must be a whole number of at least 2. Received: undefined"],
    [
      { numClasses: 2, targetClassIds: [2] },
      TypeError,
      "targetClassIds must be a list of classes from 0 to 1",
    ],
    [{ numClasses: 2, targetClassIds: [] }, TypeError, "targetClassIds"],
    [
      { numClasses: 2, targetClassIds: [0], sparseYPred: 1 },
      TypeError,
      "sparseYPred must be true or false. Received: 1",
    ],
    [
      { numClasses: 2, targetClassIds: [0], axis: "last" },
      RangeError,
      "axis must be a whole number",
    ],
  ]);
});
