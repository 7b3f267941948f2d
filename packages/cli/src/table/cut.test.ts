import fc from "fast-check";
import { expect, test } from "vitest";
import { cutEnd, cutMiddle, widthOf } from "./cut.ts";

const texts = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: fc.constantFrom("a", "鳥", "é", "e\u0301", "👩‍🔬", " ") }),
);

test("a text that is cut takes no more columns than there are, and one that fits is left alone", () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, width) => {
      for (const cut of [cutEnd, cutMiddle]) {
        const short = cut(text, width);
        expect(widthOf(short)).toBeLessThanOrEqual(width);
        if (widthOf(text) <= width) expect(short).toBe(text);
        else expect(short).toContain("…");
      }
    }),
  );
});

test("the middle is cut so that both ends stay", () => {
  expect(cutMiddle("learning rate 0.001, 64 units", 12)).toBe("learni…units");
  expect(cutMiddle("鳥鳥鳥鳥鳥鳥", 7)).toBe("鳥…鳥鳥");
  expect(cutEnd("learning rate 0.001, 64 units", 12)).toBe("learning ra…");
});

test("of a text of ten million characters only the ends are looked at", () => {
  expect(cutMiddle(`a${"x".repeat(10_000_000)}b`, 5)).toBe("ax…xb");
});
