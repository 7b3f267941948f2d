import { expect, test } from "vitest";
import { recordSteps } from "./record-steps.ts";

test("a value holds until the next record, and to the end", () => {
  const records = [
    { at: 10, value: 0.5 },
    { at: 30, value: 0.9 },
  ];
  expect(recordSteps(records, 50)).toEqual({ x: [10, 30, 30, 50], y: [0.5, 0.5, 0.9, 0.9] });
  expect(recordSteps(records, 30)).toEqual({ x: [10, 30, 30], y: [0.5, 0.5, 0.9] });
});

test("without a record there is nothing to draw", () => {
  expect(recordSteps([], 50)).toEqual({ x: [], y: [] });
});
