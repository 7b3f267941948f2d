import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { TrueNegatives, type TrueNegativesArgs } from "./true-negatives.ts";

describe("TrueNegatives", () => {
  metricContract(() => new TrueNegatives(), { isCount: true });
  metricContract(() => new TrueNegatives({ thresholds: [0.2, 0.7] }), {
    sampleShape: [3],
    isCount: true,
  });

  test("is 0 at the start, and has no direction of its own", () => {
    expect(new TrueNegatives().result()).toBe(0);
    expect(new TrueNegatives().direction).toBeUndefined();
  });

  test.each([[{ thresholds: 2 }, RangeError, "thresholds must be in [0, 1]. Received: 2"]])(
    "rejects %j",
    (args, type, message) => {
      const create = () => new TrueNegatives(args as unknown as TrueNegativesArgs);
      expect(create).toThrow(type);
      expect(create).toThrow(message);
    },
  );
});
