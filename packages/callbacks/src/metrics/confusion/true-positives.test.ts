import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { TruePositives, type TruePositivesArgs } from "./true-positives.ts";

describe("TruePositives", () => {
  metricContract(() => new TruePositives(), { isCount: true });
  metricContract(() => new TruePositives({ thresholds: [0.2, 0.7] }), {
    sampleShape: [3],
    isCount: true,
  });

  test("is 0 at the start, and has no direction of its own", () => {
    expect(new TruePositives().result()).toBe(0);
    expect(new TruePositives().direction).toBeUndefined();
  });

  test.each([[{ thresholds: 2 }, RangeError, "thresholds must be in [0, 1]. Received: 2"]])(
    "rejects %j",
    (args, type, message) => {
      const create = () => new TruePositives(args as unknown as TruePositivesArgs);
      expect(create).toThrow(type);
      expect(create).toThrow(message);
    },
  );
});
