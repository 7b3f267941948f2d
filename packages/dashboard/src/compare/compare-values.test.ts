import { expect, test } from "vitest";
import { compareValues, type SortValue } from "./compare-values.ts";

const sorted = (isDown: boolean, ...values: SortValue[]) =>
  values.sort((a, b) => compareValues(a, b, isDown));

test("numbers are sorted by size, also when they are text", () => {
  expect(sorted(false, "10", "9", "0.01", "1e-4")).toEqual(["1e-4", "0.01", "9", "10"]);
  expect(sorted(true, 3, -1, 0)).toEqual([3, 0, -1]);
});

test("words are sorted as a person counts, after numbers", () => {
  expect(sorted(false, "run 10", "run 9", "5")).toEqual(["5", "run 9", "run 10"]);
  expect(sorted(true, "run 9", "5", "run 10", "")).toEqual(["5", "run 10", "run 9", ""]);
});

test("what is not finite is last whichever way is sorted, before what is missing", () => {
  const values = [Number.NaN, 1, Infinity, 2, -Infinity];
  for (const isDown of [false, true]) {
    expect(sorted(isDown, ...values).slice(0, 2)).toEqual(isDown ? [2, 1] : [1, 2]);
    expect(sorted(isDown, "NaN", "0.1", "-Infinity", "adam").slice(0, 2)).toEqual(["0.1", "adam"]);
    const missing = [undefined, 3, Number.NaN].sort((a, b) => compareValues(a, b, isDown));
    expect(missing[0]).toBe(3);
  }
});
