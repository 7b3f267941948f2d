import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { FalsePositives, type FalsePositivesArgs } from "./false-positives.ts";

describe("FalsePositives", () => {
  metricContract(() => new FalsePositives(), { isCount: true });
  metricContract(() => new FalsePositives({ thresholds: [0.2, 0.7] }), {
    sampleShape: [3],
    isCount: true,
  });

  test("is 0 at the start, and has no direction of its own", () => {
    expect(new FalsePositives().result()).toBe(0);
    expect(new FalsePositives().direction).toBeUndefined();
  });

  test.each([[{ thresholds: 2 }, RangeError, "thresholds must be in [0, 1]. Received: 2"]])(
    "rejects %j",
    (args, type, message) => {
      const create = () => new FalsePositives(args as unknown as FalsePositivesArgs);
      expect(create).toThrow(type);
      expect(create).toThrow(message);
    },
  );
});
