import { expect, test } from "vitest";
import { formatBytes } from "./format-bytes.ts";

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.0 kB"],
  [9_949, "9.9 kB"],
  [9_950, "10 kB"],
  [999_499, "999 kB"],
  [999_500, "1.0 MB"],
  [1_540_000, "1.5 MB"],
  [2e12, "2.0 TB"],
  [5e15, "5000 TB"],
  [-1, "unknown"],
  [Number.NaN, "unknown"],
])("%d reads %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
