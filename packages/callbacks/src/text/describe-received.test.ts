import { expect, test } from "vitest";
import { describeReceived } from "./describe-received.ts";

test.each([
  [3, "3"],
  [Number.NaN, "NaN"],
  ["a", '"a"'],
  [null, "null"],
  [[1, 2], "Array of 2 values"],
  [new Int8Array(3), "Int8Array of 3 values"],
  [new Map(), "an object of Map"],
  [Symbol("s"), "Symbol(s)"],
  [12n, "12"],
])("describeReceived says of %o: %s", (value, said) => {
  expect(describeReceived(value)).toBe(said);
});

test("describeReceived cuts long text", () => {
  expect(describeReceived("x".repeat(1e6)).length).toBeLessThan(70);
});
