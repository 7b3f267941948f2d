import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import {
  SpecificityAtSensitivity,
  type SpecificityAtSensitivityArgs,
} from "./specificity-at-sensitivity.ts";

describe("SpecificityAtSensitivity", () => {
  metricContract(() => new SpecificityAtSensitivity({ sensitivity: 0.6 }));
  metricContract(() => new SpecificityAtSensitivity({ sensitivity: 0.5, numThresholds: 20 }), {
    sampleShape: [3],
  });
  metricContract(() => new SpecificityAtSensitivity({ sensitivity: 0.3, classId: 1 }), {
    sampleShape: [3],
  });
  metricContract(() => new SpecificityAtSensitivity({ sensitivity: 0.8 }), { sampleShape: [] });

  test.each([
    [{}, TypeError, "sensitivity must be given, a number in [0, 1]. Received: undefined"],
    [{ sensitivity: 1.1 }, RangeError, "sensitivity must be in [0, 1]. Received: 1.1"],
    [
      { sensitivity: 0.5, numThresholds: 0 },
      RangeError,
      "numThresholds must be a whole number of at least 1. Received: 0",
    ],
    [
      { sensitivity: 0.5, classId: 1.5 },
      RangeError,
      "classId must be a whole number of at least 0. Received: 1.5",
    ],
    [
      { sensitivity: 0.5, numThresholds: 5, maxScores: 100 },
      TypeError,
      "maxScores is for the exact result",
    ],
  ])("rejects %j", (args, type, message) => {
    const create = () =>
      new SpecificityAtSensitivity(args as unknown as SpecificityAtSensitivityArgs);
    expect(create).toThrow(type);
    expect(create).toThrow(message);
  });
});
