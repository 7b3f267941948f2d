import { expect, test } from "vitest";
import { pickClass } from "./pick-class.ts";

test("pickClass keeps one column, as a last dimension of 1", () => {
  const picked = pickClass("Test", { values: [1, 2, 3, 4, 5, 6], shape: [2, 3] }, 1);
  expect(picked).toEqual({ values: Float64Array.of(2, 5), shape: [2, 1] });
});

test.each([
  [[3], 0],
  [[1, 3], 3],
])("pickClass rejects shape %j for class %i", (shape, classId) => {
  expect(() => pickClass("Test", { values: [1, 2, 3], shape }, classId)).toThrow(
    `Test: classId ${classId} needs predictions of shape [n, classes]`,
  );
});
