import type { RunColor } from "./run-color.ts";

/**
 * Twelve colours of runs. In either theme every two are at least 0.1 apart in OKLab for normal, deuteranopic and protanopic
 * sight, stand out 3:1 from a card, and keep their hue in the other theme. Red and amber are left out: they mean something.
 */
export const runPalette: readonly RunColor[] = [
  { light: "#360fc4", dark: "#7b50fc" },
  { light: "#71971a", dark: "#cdf118" },
  { light: "#474c00", dark: "#897c05" },
  { light: "#9b78f5", dark: "#e8d4fe" },
  { light: "#58327a", dark: "#ae93b7" },
  { light: "#235efa", dark: "#588cff" },
  { light: "#5e7004", dark: "#c8ebad" },
  { light: "#5f886e", dark: "#2bbe38" },
  { light: "#bc77b6", dark: "#946c84" },
  { light: "#722cbd", dark: "#bca8fd" },
  { light: "#8e53b0", dark: "#915fc0" },
  { light: "#34675a", dark: "#81caa6" },
];
