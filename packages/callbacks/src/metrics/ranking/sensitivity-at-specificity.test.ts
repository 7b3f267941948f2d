import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import {
  SensitivityAtSpecificity,
  type SensitivityAtSpecificityArgs,
} from "./sensitivity-at-specificity.ts";

describe("SensitivityAtSpecificity", () => {
  metricContract(() => new SensitivityAtSpecificity({ specificity: 0.6 }));
  metricContract(() => new SensitivityAtSpecificity({ specificity: 0.5, numThresholds: 20 }), {
    sampleShape: [3],
  });
  metricContract(() => new SensitivityAtSpecificity({ specificity: 0.3, classId: 1 }), {
    sampleShape: [3],
  });
  metricContract(() => new SensitivityAtSpecificity({ specificity: 0.8 }), { sampleShape: [] });

  test.each([
    [{}, TypeError, "specificity must be given, a number in [0, 1]. Received: undefined"],
    [{ specificity: 1.1 }, RangeError, "specificity must be in [0, 1]. Received: 1.1"],
    [
      { specificity: 0.5, numThresholds: 0 },
      RangeError,
      "numThresholds must be a whole number of at least 1. Received: 0",
    ],
    [
      { specificity: 0.5, classId: 1.5 },
      RangeError,
      "classId must be a whole number of at least 0. Received: 1.5",
    ],
    [
      { specificity: 0.5, numThresholds: 5, maxScores: 100 },
      TypeError,
      "maxScores is for the exact result",
    ],
  ])("rejects %j", (args, type, message) => {
    const create = () =>
      new SensitivityAtSpecificity(args as unknown as SensitivityAtSpecificityArgs);
    expect(create).toThrow(type);
    expect(create).toThrow(message);
  });
});
