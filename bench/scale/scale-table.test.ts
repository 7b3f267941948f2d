import { expect, test } from "vitest";
import { replaceMeasured, scaleTable } from "./scale-table.ts";

const columns = [
  { size: "10 runs", figures: new Map([["a page, ms", 0.61234]]) },
  {
    size: "100,000 runs",
    figures: new Map([
      ["a page, ms", 12_345.6],
      ["`a | b`, ms", 3],
    ]),
  },
];

test("a table has a row for each name, and three digits that count", () => {
  expect(scaleTable("Asked", columns)).toBe(
    [
      "| Asked | 10 runs | 100,000 runs |",
      "| --- | ---: | ---: |",
      "| a page, ms | 0.612 | 12,300 |",
      "| `a \\| b`, ms |  | 3 |",
    ].join("\n"),
  );
});

test("what was measured stands between the marks, however often it is replaced", () => {
  const page =
    "# Scale\n\nBefore.\n\n<!-- measured: begin -->\nold\n<!-- measured: end -->\n\nAfter.\n";
  const once = replaceMeasured(page, "new");
  expect(once).toBe(
    "# Scale\n\nBefore.\n\n<!-- measured: begin -->\n\nnew\n\n<!-- measured: end -->\n\nAfter.\n",
  );
  expect(replaceMeasured(once, "new")).toBe(once);
});

test.each(["no marks", "<!-- measured: end --> <!-- measured: begin -->"])(
  "a page without both marks is refused: %s",
  (page) => {
    expect(() => replaceMeasured(page, "new")).toThrow("measured: begin");
  },
);
