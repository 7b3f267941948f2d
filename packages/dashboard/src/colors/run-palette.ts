import type { RunColor } from "@epochal/panel/charts";

/**
 * Twelve colours of runs, found by `scripts/search-palette.ts`. In either theme every two are at least 0.12 apart in OKLab, and 0.09
 * for protanopic, deuteranopic and tritanopic sight; no arc of 25 degrees of hue holds three; each stands out 3:1 from a card, and
 * keeps its hue in the other theme. The red and the amber that carry meaning are kept away from.
 */
export const runPalette: readonly RunColor[] = [
  { light: "#1c4b4b", dark: "#92bcac" },
  { light: "#909b2f", dark: "#f4f53c" },
  { light: "#4299dc", dark: "#036eae" },
  { light: "#4f6815", dark: "#51e57e" },
  { light: "#937260", dark: "#e58212" },
  { light: "#cd7b9c", dark: "#c20d80" },
  { light: "#3b1add", dark: "#6b8fe2" },
  { light: "#8a63fe", dark: "#963bf9" },
  { light: "#3f6db9", dark: "#bfe4fb" },
  { light: "#70280a", dark: "#935a11" },
  { light: "#5b0990", dark: "#d7a6fc" },
  { light: "#a13b85", dark: "#b2819c" },
];

/** Places of colours that are told apart, but of one family: closer than 0.15 in a theme. Few runs do not have two of them. */
const alike: readonly (readonly [number, number])[] = [
  [0, 3],
  [0, 8],
  [1, 4],
  [2, 6],
  [2, 8],
  [3, 4],
  [4, 5],
  [6, 10],
  [6, 11],
  [7, 8],
];

/** Whether the colours of two places of the palette are of one family. */
export const areAlike = (one: number, other: number): boolean =>
  alike.some(([a, b]) => (a === one && b === other) || (a === other && b === one));
