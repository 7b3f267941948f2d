import { expect, test } from "vitest";
import { histogram } from "./histogram.ts";

test("counts values between edges, the largest in the last bucket", () => {
  expect(histogram([0, 0.5, 1, 1.5, 2, 4], 4)).toEqual({
    edges: [0, 1, 2, 3, 4],
    counts: [2, 2, 1, 1],
  });
});

test("equal values have one bucket of width 0", () => {
  expect(histogram(new Float32Array(3), 30)).toEqual({ edges: [0, 0], counts: [3] });
});

test("values that are not finite are left out, and of nothing there is no histogram", () => {
  const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
  expect(histogram([nan, 1, infinity, 3], 2)).toEqual({ edges: [1, 2, 3], counts: [1, 1] });
  expect(histogram([nan], 2)).toBeUndefined();
  expect(histogram([], 2)).toBeUndefined();
});

test("a range too narrow to divide is one bucket", () => {
  expect(histogram([0, Number.MIN_VALUE], 30)).toEqual({
    edges: [0, Number.MIN_VALUE],
    counts: [2],
  });
});
