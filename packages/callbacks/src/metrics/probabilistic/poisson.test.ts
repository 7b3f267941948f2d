import { describe } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { Poisson } from "./poisson.ts";

describe("Poisson", () => {
  metricContract(() => new Poisson());
  metricContract(() => new Poisson(), { sampleShape: [3] });
  metricContract(() => new Poisson(), { sampleShape: [2, 2] });
});
