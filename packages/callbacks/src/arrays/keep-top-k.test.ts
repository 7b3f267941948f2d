import { expect, test } from "vitest";
import { keepTopK } from "./keep-top-k.ts";

const topK = (k: number, shape: readonly number[], ...values: number[]) =>
  Array.from(keepTopK("Test", { values, shape }, k).values, (value) =>
    value === -1e10 ? "dropped" : value,
  );

test("keepTopK keeps the highest of each row, of equal scores the first", () => {
  expect(topK(2, [2, 3], 0.1, 0.9, 0.5, 0.3, 0.3, 0.3)).toEqual([
    "dropped",
    0.9,
    0.5,
    0.3,
    0.3,
    "dropped",
  ]);
  expect(topK(1, [3], -5, -2, -7)).toEqual(["dropped", -2, "dropped"]);
});

test("keepTopK makes a row with a NaN NaN and leaves the others", () => {
  expect(topK(1, [2, 2], Number.NaN, 1, 2, 3)).toEqual([Number.NaN, Number.NaN, "dropped", 3]);
});
