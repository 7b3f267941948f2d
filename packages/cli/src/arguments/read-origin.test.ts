import { expect, test } from "vitest";
import { readOrigin } from "./read-origin.ts";

test("reads where a page is from, as browsers say it", () => {
  expect(readOrigin("http://localhost:5173")).toBe("http://localhost:5173");
  expect(readOrigin("HTTPS://Example.org:443/")).toBe("https://example.org");
});

test.each([
  "*",
  "null",
  "",
  "localhost:5173",
  "http://a.b/c",
  "http://u:p@a.b",
  "file:///x",
  "http://a.b?c",
])("refuses %j", (text) => expect(() => readOrigin(text)).toThrow("--allow-origin"));
