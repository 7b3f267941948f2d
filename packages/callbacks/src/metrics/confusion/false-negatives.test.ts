import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { FalseNegatives, type FalseNegativesArgs } from "./false-negatives.ts";

describe("FalseNegatives", () => {
  metricContract(() => new FalseNegatives(), { isCount: true });
  metricContract(() => new FalseNegatives({ thresholds: [0.2, 0.7] }), {
    sampleShape: [3],
    isCount: true,
  });

  test("is 0 at the start, and has no direction of its own", () => {
    expect(new FalseNegatives().result()).toBe(0);
    expect(new FalseNegatives().direction).toBeUndefined();
  });

  test.each([[{ thresholds: 2 }, RangeError, "thresholds must be in [0, 1]. Received: 2"]])(
    "rejects %j",
    (args, type, message) => {
      const create = () => new FalseNegatives(args as unknown as FalseNegativesArgs);
      expect(create).toThrow(type);
      expect(create).toThrow(message);
    },
  );
});
