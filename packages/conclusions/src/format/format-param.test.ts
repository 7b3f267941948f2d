import { expect, test } from "vitest";
import { formatParam } from "./format-param.ts";

test("what somebody set is told in full", () => {
  expect([0.1 + 0.2, 0.001, 64, 1e-7].map(formatParam)).toEqual(["0.3", "0.001", "64", "1e-7"]);
});
