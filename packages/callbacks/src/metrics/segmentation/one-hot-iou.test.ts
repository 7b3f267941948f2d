import { describe } from "vitest";
import { metricContract, oneHot } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { OneHotIoU } from "./one-hot-iou.ts";

describe("OneHotIoU", () => {
  metricContract(() => new OneHotIoU({ numClasses: 3, targetClassIds: [0, 2] }), {
    sampleShape: [3],
    labels: oneHot(3),
  });
  metricContract(() => new OneHotIoU({ numClasses: 3, targetClassIds: [1], axis: 1 }), {
    sampleShape: [3, 2],
  });

  rejectsOptions(OneHotIoU, [
    [{}, TypeError, "numClasses must be a whole number of at least 2. Received: undefined"],
  ]);
});
