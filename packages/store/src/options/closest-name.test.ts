import { expect, it } from "vitest";
import { closestName } from "./closest-name.ts";

const names = ["project", "ids", "states", "search", "order", "descending", "limit", "offset"];

it.each([
  ["projects", "project"],
  ["state", "states"],
  ["oder", "order"],
  ["DESCENDING", "descending"],
  ["off_set", "offset"],
  ["tags", undefined],
  ["x".repeat(1_000_000), undefined],
])("closestName of %.20s is %s", (wanted, closest) => {
  expect(closestName(wanted, names)).toBe(closest);
});

it("nothing is like anything where there are no names", () => {
  expect(closestName("project", [])).toBeUndefined();
});
