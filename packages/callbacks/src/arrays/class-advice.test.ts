import { expect, test } from "vitest";
import { classAdvice } from "./class-advice.ts";

test.each([
  [[1, 2, 3], 3, 3, "Received: 3. Classes count from 0: give y.sub(1)"],
  [[0, 3], 3, 3, "Received: 3"],
  [[1, 7], 3, 7, "Received: 7"],
  [[2, -1], 3, -1, "Received: -1"],
])("classAdvice of %j beside %i classes", (labels, classes, wrong, said) => {
  expect(classAdvice(labels, classes, wrong)).toBe(said);
});
