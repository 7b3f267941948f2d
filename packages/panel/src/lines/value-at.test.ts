import { expect, test } from "vitest";
import { nearestIndex, valueAt } from "./value-at.ts";

test("the nearest place is found, the earlier of two equally near ones", () => {
  expect(nearestIndex([0, 1, 2, 10], 7)).toBe(3);
  expect(nearestIndex([0, 1, 2, 10], 6)).toBe(2);
  expect(nearestIndex([0, 1], -5)).toBe(0);
  expect(nearestIndex([0, 1], 5)).toBe(1);
  expect(nearestIndex([], 1)).toBe(-1);
});

const line = (x: number[], y: number[]) =>
  ({ run: "a", split: "train", x, y, broken: [], drawn: x.length, stored: x.length }) as const;

test("a line has no value where it has no point near", () => {
  const at = (x: number) => valueAt(line([0, 1, 2], [0.5, Number.NaN, 0.7]), x, "epoch");
  expect(at(2.2)).toBe(0.7);
  expect(at(1)).toBeNaN();
  expect(at(3)).toBeUndefined();
});

test("between epochs that were not measured there is no value; on other axes the nearest point counts", () => {
  const sparse = line([5, 10, 15], [1, 2, 3]);
  expect(valueAt(sparse, 7, "epoch")).toBeUndefined();
  expect(valueAt(sparse, 7, "relative")).toBe(1);
  expect(valueAt(sparse, 18, "relative")).toBeUndefined();
  expect(valueAt(line([0.25, 0.5, 0.75], [1, 2, 3]), 0.6, "epoch")).toBe(2);
  expect(valueAt(line([4], [9]), 4, "wall")).toBe(9);
});
