import { formatValue } from "@epochal/conclusions";
import fc from "fast-check";
import { expect, test } from "vitest";
import { alignDecimals, mostDecimals } from "./align-decimals.ts";

const pointFromRight = (text: string) => {
  const at = text.search(/[.\u2008]/);
  return at < 0 ? 0 : text.length - at;
};

test("the points of all plain numbers stand equally far from the right", () => {
  const plain = fc.double({ min: 0.0001, max: 999_999, noNaN: true });
  fc.assert(
    fc.property(fc.array(plain, { minLength: 1 }), (numbers) => {
      const texts = numbers.map(formatValue);
      const most = mostDecimals(texts);
      const aligned = texts.map((text) => alignDecimals(text, most));
      expect(new Set(aligned.map(pointFromRight)).size).toBe(1);
      expect(aligned.map((text) => text.trimEnd())).toEqual(texts);
    }),
  );
});

test("what is no plain number stays as it is", () => {
  const texts = ["NaN", "∞", "1.234e-5", "3 min", ""];
  expect(mostDecimals(texts)).toBe(0);
  for (const text of texts) expect(alignDecimals(text, 4)).toBe(text);
});
