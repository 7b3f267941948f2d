import { describe } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { MeanAbsolutePercentageError } from "./mean-absolute-percentage-error.ts";

// A label near 0 would make all others insignificant.
const labels = (size: number) => Array.from({ length: size }, (_, i) => 1 + (i % 5));

describe("MeanAbsolutePercentageError", () => {
  metricContract(() => new MeanAbsolutePercentageError(), { labels });
  metricContract(() => new MeanAbsolutePercentageError(), { sampleShape: [3], labels });
  metricContract(() => new MeanAbsolutePercentageError(), { sampleShape: [2, 2], labels });
});
