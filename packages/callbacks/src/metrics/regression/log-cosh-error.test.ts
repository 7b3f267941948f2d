import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { LogCoshError } from "./log-cosh-error.ts";

describe("LogCoshError", () => {
  metricContract(() => new LogCoshError());
  metricContract(() => new LogCoshError(), { sampleShape: [3] });
  metricContract(() => new LogCoshError(), { sampleShape: [2, 2] });

  test("of errors beyond the range of cosh is finite", () => {
    const error = new LogCoshError();
    error.updateState([[0]], [[1e6]]);
    expect(error.result()).toBeCloseTo(1e6 - Math.log(2), 6);
  });
});
