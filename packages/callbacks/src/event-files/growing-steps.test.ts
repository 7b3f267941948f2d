import { expect, test } from "vitest";
import { GrowingSteps } from "./growing-steps.ts";

test("steps that begin anew go on, steps that go on are kept", () => {
  const steps = new GrowingSteps();
  steps.begin(0);
  expect([steps.at(0), steps.at(1)]).toEqual([0, 1]);
  steps.begin(0);
  expect([steps.at(0), steps.at(1)]).toEqual([2, 3]);
  steps.begin(4);
  expect(steps.at(4)).toBe(4);
  steps.begin(9);
  expect(steps.at(9)).toBe(9);
  expect(steps.last).toBe(9);
});
