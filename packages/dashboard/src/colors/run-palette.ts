import type { RunColor } from "./run-color.ts";

/**
 * Twelve colours of runs. In either theme every two are at least 0.1 apart in OKLab for normal, deuteranopic and protanopic
 * sight, stand out 3:1 from a card, and keep their hue in the other theme. Red and amber are left out: they mean something.
 */
export const runPalette: readonly RunColor[] = [
  { light: "#235efa", dark: "#588cff" },
  { light: "#71971a", dark: "#cdf118" },
  { light: "#931bc6", dark: "#a287aa" },
  { light: "#6a3a06", dark: "#a7684f" },
  { light: "#145153", dark: "#4ad0ba" },
  { light: "#907cf9", dark: "#985cba" },
  { light: "#2f4087", dark: "#66b2f2" },
  { light: "#3d7268", dark: "#51f39e" },
  { light: "#360fc4", dark: "#7b50fc" },
  { light: "#5480b1", dark: "#b5e7fe" },
  { light: "#5e7004", dark: "#a9c719" },
  { light: "#639481", dark: "#6eb26d" },
];
