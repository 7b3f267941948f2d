import { describe } from "vitest";
import { metricContract, oneHot } from "../../../test/metric-contract.ts";
import { Hinge } from "./hinge.ts";

describe("Hinge", () => {
  metricContract(() => new Hinge(), { sampleShape: [3], labels: oneHot(3) });
  metricContract(() => new Hinge(), { sampleShape: [2, 3], labels: oneHot(3) });
});
