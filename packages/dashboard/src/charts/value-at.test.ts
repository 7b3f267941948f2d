import { expect, test } from "vitest";
import { nearestIndex, valueAt } from "./value-at.ts";

test("the nearest place is found, the earlier of two equally near ones", () => {
  expect(nearestIndex([0, 1, 2, 10], 7)).toBe(3);
  expect(nearestIndex([0, 1, 2, 10], 6)).toBe(2);
  expect(nearestIndex([0, 1], -5)).toBe(0);
  expect(nearestIndex([0, 1], 5)).toBe(1);
  expect(nearestIndex([], 1)).toBe(-1);
});

test("a line has no value where it has no point near", () => {
  const line = { x: [0, 1, 2], y: [0.5, Number.NaN, 0.7] };
  const at = (x: number) =>
    valueAt({ ...line, run: "a", split: "train", broken: [], drawn: 3, stored: 3 }, x, 0.5);
  expect(at(2.2)).toBe(0.7);
  expect(at(1)).toBeNaN();
  expect(at(3)).toBeUndefined();
});
