import { expect, test } from "vitest";
import { paramText } from "./param-text.ts";

test.each([
  [0.1 * 0.18, "0.018"],
  ["relu", "relu"],
  [[1, 2], "[1,2]"],
  ["x".repeat(60), `${"x".repeat(39)}…`],
  ["abc \u202edef\u2066 ghi", "abc def ghi"],
  ["ניסוי", "ניסוי"],
])("%j reads %s", (value, text) => {
  expect(paramText(value)).toBe(text);
});
