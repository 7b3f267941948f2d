import { describe } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { KLDivergence } from "./kl-divergence.ts";

describe("KLDivergence", () => {
  metricContract(() => new KLDivergence());
  metricContract(() => new KLDivergence(), { sampleShape: [3] });
  metricContract(() => new KLDivergence(), { sampleShape: [2, 2] });
});
