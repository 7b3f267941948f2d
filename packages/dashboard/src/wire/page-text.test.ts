import fc from "fast-check";
import { expect, test } from "vitest";
import { forPage, pageText } from "./page-text.ts";

test("NUL and half a surrogate pair become the character for unknown, whole pairs stay", () => {
  expect(pageText("a\0b")).toBe("a\ufffdb");
  expect(pageText("\ud83d")).toBe("\ufffd");
  expect(pageText("\ude00\ud83d")).toBe("\ufffd\ufffd");
  expect(pageText("\ud83d\ude00 \u2028\ufeff\u202e")).toBe("\ud83d\ude00 \u2028\ufeff\u202e");
});

test("a list whose text is whole is not copied, NaN in it or not", () => {
  const given = ["loss", Number.NaN, -0];
  expect(forPage(given)).toBe(given);
});

test("whatever a value holds, its text is whole, and what was whole is not copied", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: "small" },
      text,
      fc.double(),
      fc.constant(null),
      fc.array(tie("any")),
      fc.dictionary(text, tie("any")),
    ),
  })).any;
  fc.assert(
    fc.property(value, (given) => {
      const clean = forPage(given);
      for (const found of textsOf(clean)) {
        expect(isWhole(found)).toBe(true);
        expect(found).not.toContain("\0");
      }
      const isClean = textsOf(given).every((one) => isWhole(one) && !one.includes("\0"));
      if (isClean) expect(clean).toBe(given);
    }),
  );
});

/** Half a surrogate pair does not survive UTF-8. */
function isWhole(text: string): boolean {
  return Buffer.from(text).toString() === text;
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsOf(inner)]);
}
