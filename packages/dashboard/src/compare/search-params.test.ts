import { expect, test } from "vitest";
import { compareParams, parseSort, serializeSort } from "./search-params.ts";

test("a sort order survives the URL", () => {
  for (const choice of [
    { id: "best", desc: true },
    { id: "param:optimizer.learning-rate", desc: false },
  ]) {
    expect(parseSort(serializeSort(choice))).toEqual(choice);
  }
});

test("what is no sort order is none", () => {
  expect(parseSort("")).toBeNull();
  expect(parseSort("-")).toBeNull();
});

test("what the URL may hold is checked", () => {
  expect(compareParams.scale.parse("log")).toBe("log");
  expect(compareParams.scale.parse("cubic")).toBeNull();
  expect(compareParams.hide.parse("a,b")).toEqual(["a", "b"]);
});
