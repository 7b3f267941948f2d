import { expect, test } from "vitest";
import { compareValues } from "./compare-values.ts";

const sorted = (...values: unknown[]) => values.sort(compareValues);

test("numbers are sorted by size, also when they are text", () => {
  expect(sorted("10", "9", "0.01", "1e-4")).toEqual(["1e-4", "0.01", "9", "10"]);
  expect(sorted(3, -1, Infinity, 0)).toEqual([-1, 0, 3, Infinity]);
});

test("words are sorted as a person counts, after numbers", () => {
  expect(sorted("run 10", "run 9", "5")).toEqual(["5", "run 9", "run 10"]);
});
