import { expect, test } from "vitest";
import { isolated } from "./isolated.ts";

test("only what may turn the text around it is isolated", () => {
  expect(isolated("lr 0.01, große Spatzen 日本 🦜")).toBe("lr 0.01, große Spatzen 日本 🦜");
  expect(isolated("אבג 1")).toBe("\u2068אבג 1\u2069");
  expect(isolated("a\u202eb")).toBe("\u2068a\u202eb\u2069");
});
