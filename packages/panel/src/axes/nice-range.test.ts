import { expect, test } from "vitest";
import { niceRange } from "./nice-range.ts";

test("the ends of a range are round and hold it", () => {
  expect(niceRange(0.553, 0.9551)).toEqual({ min: 0.5, max: 1, step: 0.1 });
  expect(niceRange(0, 1)).toEqual({ min: 0, max: 1, step: 0.2 });
  expect(niceRange(-3, 17)).toEqual({ min: -5, max: 20, step: 5 });
});

test("a range of one value gets room around it", () => {
  const { min, max } = niceRange(5, 5);
  expect(min).toBeLessThan(5);
  expect(max).toBeGreaterThan(5);
  expect(niceRange(0, 0).max).toBeGreaterThan(0);
});

test("tiny and huge ranges are met", () => {
  expect(niceRange(1e-9, 9e-9).max).toBeGreaterThanOrEqual(9e-9);
  expect(niceRange(1e12, 9e12).min).toBeLessThanOrEqual(1e12);
});
