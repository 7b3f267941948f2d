import fc from "fast-check";
import { expect, test } from "vitest";
import { contrastRatio, seenBy } from "./color-distance.ts";
import { grey } from "./grey.ts";
import { sequentialColor } from "./sequential-color.ts";
import { valueColors } from "./value-colors.ts";

const surface = { light: "#ffffff", dark: "#151a21" } as const;
const lightness = (hex: string) => seenBy("normal", hex)[0];

test("numbers get darker in light and lighter in dark as they grow, and always stand out from a card", () => {
  let previous = sequentialColor(0);
  for (let step = 0; step <= 20; step++) {
    const color = sequentialColor(step / 20);
    for (const theme of ["light", "dark"] as const) {
      expect(contrastRatio(color[theme], surface[theme])).toBeGreaterThanOrEqual(3);
    }
    if (step > 0) {
      expect(lightness(color.light)).toBeLessThan(lightness(previous.light));
      expect(lightness(color.dark)).toBeGreaterThan(lightness(previous.dark));
    }
    previous = color;
  }
});

test("any numbers keep their order on the scale, and what is not finite is grey", () => {
  fc.assert(
    fc.property(fc.array(fc.double(), { minLength: 1, maxLength: 40 }), (numbers) => {
      const { colorOf, kind } = valueColors(numbers);
      expect(kind).not.toBe("categories");
      const finite = numbers.filter(Number.isFinite).sort((a, b) => a - b);
      const shades = finite.map((value) => lightness(colorOf(value).light));
      for (const [at, shade] of shades.slice(1).entries()) {
        expect(shade).toBeLessThanOrEqual((shades[at] ?? 1) + 0.02);
      }
      for (const value of [Number.NaN, Infinity, undefined]) expect(colorOf(value)).toBe(grey);
    }),
  );
});

test("learning rates are on a log scale: a factor of ten is as far everywhere", () => {
  const { kind, colorOf, legend } = valueColors([0.0001, 0.01, 0.001]);
  expect(kind).toBe("log");
  expect(colorOf(0.001)).toEqual(sequentialColor(0.5));
  expect(legend.map(({ value }) => value)).toEqual([0.0001, 0.01]);
});

test("the twelve most frequent categories have colours of their own, the others and missing ones are grey", () => {
  const values = Array.from({ length: 15 }, (_, at) => Array(at + 1).fill(`kind ${at}`)).flat();
  const { kind, colorOf, legend, others } = valueColors([...values, undefined]);
  expect(kind).toBe("categories");
  expect(others).toBe(3);
  expect(legend).toHaveLength(12);
  expect(new Set(legend.map(({ color }) => color)).size).toBe(12);
  expect(colorOf("kind 14")).not.toBe(grey);
  for (const value of ["kind 0", "kind 2", "unheard of", undefined])
    expect(colorOf(value)).toBe(grey);
});

test("texts and numbers together are categories, one number has the middle of the scale", () => {
  expect(valueColors([1, "auto"]).kind).toBe("categories");
  expect(valueColors([3, 3]).colorOf(3)).toEqual(sequentialColor(0.5));
});
