import fc from "fast-check";
import { expect, test } from "vitest";
import { formatValue } from "./format-value.ts";
import { formatValues } from "./format-values.ts";

test.each([
  [
    [0.9, 0.8],
    ["0.9000", "0.8000"],
  ],
  [
    [1_234_512, 1_234_571],
    ["1.23451e6", "1.23457e6"],
  ],
  [
    [0.955123, 0.955078],
    ["0.95512", "0.95508"],
  ],
  [
    [1234.51, 1234.63, Number.NaN],
    ["1234.5", "1234.6", "NaN"],
  ],
  [
    [0.5, 0.5],
    ["0.5000", "0.5000"],
  ],
  [[], []],
])("%j read %j beside each other", (values, texts) => {
  expect(formatValues(values)).toEqual(texts);
});

test("the lowest and the highest never read the same, and a value alone reads as always", () => {
  const values = fc.array(fc.double({ min: 1, max: 1.01, noNaN: true }), { minLength: 2 });
  fc.assert(
    fc.property(values, fc.constantFrom(1, 1e-9, 0.3, 123_456, 1e7), (list, size) => {
      const all = list.map((value) => value * size);
      const [low, high] = [Math.min(...all), Math.max(...all)];
      // Beyond seven digits they are noise.
      if ((high - low) / high < 1e-6) return;
      const texts = formatValues(all);
      expect(texts[all.indexOf(low)]).not.toBe(texts[all.indexOf(high)]);
    }),
  );
  fc.assert(
    fc.property(fc.double(), (value) => {
      expect(formatValues([value])).toEqual([formatValue(value)]);
    }),
  );
});

test("of values that begin alike each is told from the others, up to eight digits", () => {
  const near = Array.from({ length: 12 }, (_, at) => 1_234_529 + 10 * at);
  expect(new Set(formatValues(near)).size).toBe(12);
  // What differs by more than that needs no more digits than four.
  expect(formatValues([0.9035123, 0.9035124, 0.81])).toEqual(["0.9035", "0.9035", "0.8100"]);
});
