import { describe } from "vitest";
import { metricContract, oneHot } from "../../../test/metric-contract.ts";
import { CategoricalHinge } from "./categorical-hinge.ts";

describe("CategoricalHinge", () => {
  metricContract(() => new CategoricalHinge(), { sampleShape: [3], labels: oneHot(3) });
  metricContract(() => new CategoricalHinge(), { sampleShape: [2, 3], labels: oneHot(3) });
});
