import { expect } from "vitest";
import type { MetricResult } from "../src/any-metric/metric-result.ts";
import type { KerasCase } from "./keras-case.ts";

/** Keras computes in float32. */
export function expectKerasResult(result: MetricResult, golden: KerasCase): void {
  expectWithin(result, golden.keras_result, 2e-6, 2e-5);
}

export function expectWithin(
  actual: MetricResult,
  expected: number | readonly number[],
  atol: number,
  rtol: number,
): void {
  const actuals = [actual].flat(2);
  const expecteds = [expected].flat(2);
  expect(Array.isArray(actual)).toBe(Array.isArray(expected));
  expect(actuals).toHaveLength(expecteds.length);
  for (const [i, value] of expecteds.entries()) {
    expect(Math.abs((actuals[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(
      atol + rtol * Math.abs(value),
    );
  }
}
