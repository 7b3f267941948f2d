import { expect, test } from "vitest";
import { colorDistance, contrastRatio, hueOf, type Sight } from "./color-distance.ts";
import { areAlike, runPalette } from "./run-palette.ts";

const surface = { light: "#ffffff", dark: "#151a21" } as const;
const themes = ["light", "dark"] as const;
/** The least OKLab distance of two colours, by sight. */
const least: Readonly<Record<Sight, number>> = {
  normal: 0.12,
  protanopic: 0.09,
  deuteranopic: 0.09,
  tritanopic: 0.09,
};
const sights = Object.keys(least) as Sight[];
const apart = (a: number, b: number) => Math.min(Math.abs(a - b), 360 - Math.abs(a - b));

test("distance, contrast and hue agree with known colours", () => {
  expect(colorDistance("#000000", "#ffffff")).toBeCloseTo(1, 3);
  expect(contrastRatio("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(hueOf("#ff0000")).toBeCloseTo(29.2, 0);
  // Blue and green are what tritanopic sight confuses; a grey stays the grey it is.
  expect(colorDistance("#808080", "#7f7f7f", "tritanopic")).toBeLessThan(0.01);
  expect(colorDistance("#0077bb", "#008080", "tritanopic")).toBeLessThan(
    colorDistance("#0077bb", "#008080") / 2,
  );
});

test("there are twelve colours", () => {
  expect(runPalette).toHaveLength(12);
});

for (const theme of themes) {
  for (const sight of sights) {
    test(`every two colours of the ${theme} theme are told apart by ${sight} sight`, () => {
      const colors = runPalette.map((color) => color[theme]);
      const distances = colors.flatMap((one, index) =>
        colors.slice(index + 1).map((other) => colorDistance(one, other, sight)),
      );
      expect(distances).toHaveLength(66);
      expect(Math.min(...distances)).toBeGreaterThanOrEqual(least[sight]);
    });
  }

  test(`at most two colours of the ${theme} theme lie within 25 degrees of hue`, () => {
    const hues = runPalette.map((color) => hueOf(color[theme]));
    for (const hue of hues) {
      const within = hues.filter((other) => (other - hue + 360) % 360 <= 25);
      expect(within.length).toBeLessThanOrEqual(2);
    }
  });

  test(`every colour of the ${theme} theme stands out from a card`, () => {
    for (const color of runPalette) {
      expect(contrastRatio(color[theme], surface[theme])).toBeGreaterThanOrEqual(3);
    }
  });
}

test("a run keeps its hue when the theme changes", () => {
  for (const { light, dark } of runPalette) {
    expect(apart(hueOf(light), hueOf(dark))).toBeLessThanOrEqual(30);
  }
});

test("no colour looks like the red or the amber that carry meaning", () => {
  const meaning = { light: ["#b8242b", "#8a5000"], dark: ["#ff8585", "#e5b567"] } as const;
  for (const theme of themes) {
    for (const color of runPalette) {
      for (const kept of meaning[theme]) {
        expect(colorDistance(color[theme], kept)).toBeGreaterThan(0.1);
      }
    }
  }
});

test("two colours are of one family where they are closer than 0.15 in a theme", () => {
  for (const [place, one] of runPalette.entries())
    for (const [at, other] of runPalette.entries()) {
      if (at === place) continue;
      const nearest = Math.min(...themes.map((theme) => colorDistance(one[theme], other[theme])));
      expect(areAlike(place, at), `${place} and ${at}`).toBe(nearest < 0.15);
    }
});
