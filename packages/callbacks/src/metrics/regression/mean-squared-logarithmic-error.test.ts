import { describe } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { MeanSquaredLogarithmicError } from "./mean-squared-logarithmic-error.ts";

describe("MeanSquaredLogarithmicError", () => {
  metricContract(() => new MeanSquaredLogarithmicError());
  metricContract(() => new MeanSquaredLogarithmicError(), { sampleShape: [3] });
  metricContract(() => new MeanSquaredLogarithmicError(), { sampleShape: [2, 2] });
});
