import { expect, test } from "vitest";
import { logTicks } from "./log-ticks.ts";

test("a narrow axis has round steps", () => {
  expect(logTicks(0.5, 1)).toEqual([0.5, 0.6, 0.7, 0.8, 0.9, 1]);
});

test("an axis of two powers of ten has 2 and 5 between them", () => {
  expect(logTicks(0.01, 1)).toEqual([0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]);
});

test("an axis of three powers has a tick between them, one of many only some powers", () => {
  expect(logTicks(0.001, 1)).toEqual([0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1]);
  expect(logTicks(1e-4, 1)).toEqual([0.0001, 0.001, 0.01, 0.1, 1]);
  const many = logTicks(1e-12, 1e6);
  expect(many.length).toBeLessThanOrEqual(7);
  expect(many[0]).toBe(1e-12);
});
