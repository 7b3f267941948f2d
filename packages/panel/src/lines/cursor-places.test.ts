import { expect, test } from "vitest";
import { cursorPlaces } from "./cursor-places.ts";

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

test("it stands at marks, too, also between two points", () => {
  expect(cursorPlaces([line(5, 10)], [{ x: 7 }, { x: 10 }])).toEqual([5, 7, 10]);
  expect(cursorPlaces([], [{ x: 7 }])).toEqual([]);
});
