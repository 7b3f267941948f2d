import { describe } from "vitest";
import { metricContract, oneHot } from "../../../test/metric-contract.ts";
import { SquaredHinge } from "./squared-hinge.ts";

describe("SquaredHinge", () => {
  metricContract(() => new SquaredHinge(), { sampleShape: [3], labels: oneHot(3) });
  metricContract(() => new SquaredHinge(), { sampleShape: [2, 3], labels: oneHot(3) });
});
