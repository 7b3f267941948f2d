import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { CosineProximity } from "./cosine-proximity.ts";

describe("CosineProximity", () => {
  metricContract(() => new CosineProximity(), { sampleShape: [3] });

  test("of a zero vector is 0", () => {
    const metric = new CosineProximity();
    metric.updateState([[0, 0]], [[1, 2]]);
    expect(metric.result()).toBeCloseTo(0, 12);
  });
});
