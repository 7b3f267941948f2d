import { expect, test } from "vitest";
import type {
  ThresholdMetric,
  ThresholdMetricArgs,
} from "../src/metrics/confusion/threshold-metric.ts";
import { metricContract } from "./metric-contract.ts";
import { rejectsOptions } from "./rejects-options.ts";

type Count = ThresholdMetric<number | readonly number[]>;

/** What the metrics that count share. */
export function countContract(
  Class: new (args: ThresholdMetricArgs<number | readonly number[]>) => Count,
): void {
  metricContract(() => new Class({}), { isCount: true });
  metricContract(() => new Class({ thresholds: [0.2, 0.7] }), { sampleShape: [3], isCount: true });

  test("is 0 at the start, and has no direction of its own", () => {
    expect(new Class({}).result()).toBe(0);
    expect(new Class({}).direction).toBeUndefined();
  });

  rejectsOptions(Class, [
    [{ thresholds: 2 }, RangeError, "thresholds must be in [0, 1]. Received: 2"],
  ]);
}
