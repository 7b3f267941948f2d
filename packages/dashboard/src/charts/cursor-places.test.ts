import { expect, test } from "vitest";
import { cursorPlaces, cursorRange } from "./cursor-places.ts";

const line = (...x: number[]) => ({
  run: "a",
  split: "train" as const,
  x,
  y: x,
  broken: [],
  drawn: x.length,
  stored: x.length,
});

test("the cursor stands at every place any line has a point, once", () => {
  expect(cursorPlaces([line(0, 2, 10), line(1, 2)])).toEqual([0, 1, 2, 10]);
});

test("the range of one place has room, that of none is a whole", () => {
  expect(cursorRange([3])).toEqual({ min: 2.5, max: 3.5 });
  expect(cursorRange([])).toEqual({ min: 0, max: 1 });
  expect(cursorRange([0, 1, 29])).toEqual({ min: 0, max: 29 });
});
