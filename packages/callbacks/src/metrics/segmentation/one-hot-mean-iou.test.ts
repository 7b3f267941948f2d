import { describe } from "vitest";
import { metricContract, oneHot } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { OneHotMeanIoU } from "./one-hot-mean-iou.ts";

describe("OneHotMeanIoU", () => {
  metricContract(() => new OneHotMeanIoU({ numClasses: 3 }), {
    sampleShape: [3],
    labels: oneHot(3),
  });
  metricContract(() => new OneHotMeanIoU({ numClasses: 3, ignoreClass: 2 }), {
    sampleShape: [3],
    labels: oneHot(3),
  });

  rejectsOptions(OneHotMeanIoU, [
    [{}, TypeError, "numClasses must be a whole number of at least 2. Received: undefined"],
  ]);
});
