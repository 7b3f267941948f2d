import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { BinaryIoU } from "./binary-iou.ts";

describe("BinaryIoU", () => {
  metricContract(() => new BinaryIoU());
  metricContract(() => new BinaryIoU({ targetClassIds: [1], threshold: 0.3 }), {
    sampleShape: [2, 2],
  });

  test("takes a prediction at the threshold for class 1, unlike every other metric", () => {
    const metric = new BinaryIoU({ targetClassIds: [1] });
    metric.updateState([1, 0], [0.5, 0.4]);
    expect(metric.result()).toBe(1);
  });

  rejectsOptions(BinaryIoU, [
    [{ targetClassIds: [2] }, TypeError, "targetClassIds must be a list of classes from 0 to 1"],
  ]);
});
