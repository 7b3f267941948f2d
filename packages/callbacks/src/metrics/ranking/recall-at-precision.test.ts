import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { RecallAtPrecision, type RecallAtPrecisionArgs } from "./recall-at-precision.ts";

describe("RecallAtPrecision", () => {
  metricContract(() => new RecallAtPrecision({ precision: 0.8 }));
  metricContract(() => new RecallAtPrecision({ precision: 0.8, numThresholds: 20 }), {
    sampleShape: [3],
  });
  metricContract(() => new RecallAtPrecision({ precision: 0.8, classId: 1 }), { sampleShape: [3] });
  metricContract(() => new RecallAtPrecision({ precision: 0.8 }), { sampleShape: [] });

  test.each([
    [{}, TypeError, "precision must be given, a number in [0, 1]. Received: undefined"],
    [{ precision: 1.1 }, RangeError, "precision must be in [0, 1]. Received: 1.1"],
    [
      { precision: 0.5, numThresholds: 0 },
      RangeError,
      "numThresholds must be a whole number of at least 1. Received: 0",
    ],
    [
      { precision: 0.5, classId: 1.5 },
      RangeError,
      "classId must be a whole number of at least 0. Received: 1.5",
    ],
    [
      { precision: 0.5, numThresholds: 5, maxScores: 100 },
      TypeError,
      "maxScores is for the exact result",
    ],
  ])("rejects %j", (args, type, message) => {
    const create = () => new RecallAtPrecision(args as unknown as RecallAtPrecisionArgs);
    expect(create).toThrow(type);
    expect(create).toThrow(message);
  });
});
