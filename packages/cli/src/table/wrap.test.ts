import fc from "fast-check";
import { expect, test } from "vitest";
import { widthOf } from "./cut.ts";
import { wrap } from "./wrap.ts";

test("lines fit where their words do, and no word is lost", () => {
  const words = fc.array(fc.stringMatching(/^[a-z鳥é]{1,12}$/u), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(
      words,
      fc.integer({ min: 70, max: 120 }),
      fc.constantFrom("", "WRONG  "),
      (each, width, before) => {
        const lines = wrap(each.join(" "), width, before).split("\n");
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(lines.map((line) => line.slice(before.length)).join(" ")).toBe(each.join(" "));
      },
    ),
  );
});

test("what is piped stays one line, and lines after the first are indented", () => {
  const text = "a b ".repeat(30).trim();
  expect(wrap(text, undefined, "ok  ")).toBe(`ok  ${text}`);
  expect(wrap(text, 80, "ok  ").split("\n")[1]).toMatch(/^ {4}\S/);
});
