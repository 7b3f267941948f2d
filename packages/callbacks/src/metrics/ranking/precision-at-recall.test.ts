import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { PrecisionAtRecall, type PrecisionAtRecallArgs } from "./precision-at-recall.ts";

describe("PrecisionAtRecall", () => {
  metricContract(() => new PrecisionAtRecall({ recall: 0.6 }));
  metricContract(() => new PrecisionAtRecall({ recall: 0.5, numThresholds: 20 }), {
    sampleShape: [3],
  });
  metricContract(() => new PrecisionAtRecall({ recall: 0.3, classId: 1 }), { sampleShape: [3] });
  metricContract(() => new PrecisionAtRecall({ recall: 0.8 }), { sampleShape: [] });

  test.each([
    [{}, TypeError, "recall must be given, a number in [0, 1]. Received: undefined"],
    [{ recall: 1.1 }, RangeError, "recall must be in [0, 1]. Received: 1.1"],
    [
      { recall: 0.5, numThresholds: 0 },
      RangeError,
      "numThresholds must be a whole number of at least 1. Received: 0",
    ],
    [
      { recall: 0.5, classId: 1.5 },
      RangeError,
      "classId must be a whole number of at least 0. Received: 1.5",
    ],
    [
      { recall: 0.5, numThresholds: 5, maxScores: 100 },
      TypeError,
      "maxScores is for the exact result",
    ],
  ])("rejects %j", (args, type, message) => {
    const create = () => new PrecisionAtRecall(args as unknown as PrecisionAtRecallArgs);
    expect(create).toThrow(type);
    expect(create).toThrow(message);
  });
});
