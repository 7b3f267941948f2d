import { expect, test } from "vitest";
import { formatShare } from "./format-share.ts";

test.each([
  [0, "0 %"],
  [0.016, "1.6 %"],
  [0.0161, "1.6 %"],
  [0.374, "37 %"],
  [0.00001, "0.001 %"],
  [1e-9, "1e-7 %"],
  [1.5, "150 %"],
])("a share of %d reads %s", (share, text) => {
  expect(formatShare(share)).toBe(text);
});
