import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { RootMeanSquaredError } from "./root-mean-squared-error.ts";

describe("RootMeanSquaredError", () => {
  metricContract(() => new RootMeanSquaredError());
  metricContract(() => new RootMeanSquaredError(), { sampleShape: [3] });
  metricContract(() => new RootMeanSquaredError(), { sampleShape: [2, 2] });

  test("is the root of the mean over the pass, not the mean of roots", () => {
    const error = new RootMeanSquaredError();
    error.updateState([[0]], [[1]]);
    error.updateState([[0]], [[7]]);
    expect(error.result()).toBe(5);
  });
});
