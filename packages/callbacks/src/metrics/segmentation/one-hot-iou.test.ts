import { describe, expect, test } from "vitest";
import { metricContract, oneHot } from "../../../test/metric-contract.ts";
import { OneHotIoU, type OneHotIoUArgs } from "./one-hot-iou.ts";

describe("OneHotIoU", () => {
  metricContract(() => new OneHotIoU({ numClasses: 3, targetClassIds: [0, 2] }), {
    sampleShape: [3],
    labels: oneHot(3),
  });
  metricContract(() => new OneHotIoU({ numClasses: 3, targetClassIds: [1], axis: 1 }), {
    sampleShape: [3, 2],
  });

  test.each([
    [{}, TypeError, "numClasses must be a whole number of at least 2. Received: undefined"],
  ])("rejects %j", (args, type, message) => {
    const create = () => new OneHotIoU(args as unknown as OneHotIoUArgs);
    expect(create).toThrow(type);
    expect(create).toThrow(message);
  });
});
