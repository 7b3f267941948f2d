import { describe, expect, test } from "vitest";
import { metricContract, oneHot } from "../../../test/metric-contract.ts";
import { OneHotMeanIoU, type OneHotMeanIoUArgs } from "./one-hot-mean-iou.ts";

describe("OneHotMeanIoU", () => {
  metricContract(() => new OneHotMeanIoU({ numClasses: 3 }), {
    sampleShape: [3],
    labels: oneHot(3),
  });
  metricContract(() => new OneHotMeanIoU({ numClasses: 3, ignoreClass: 2 }), {
    sampleShape: [3],
    labels: oneHot(3),
  });

  test.each([
    [{}, TypeError, "numClasses must be a whole number of at least 2. Received: undefined"],
  ])("rejects %j", (args, type, message) => {
    const create = () => new OneHotMeanIoU(args as unknown as OneHotMeanIoUArgs);
    expect(create).toThrow(type);
    expect(create).toThrow(message);
  });
});
