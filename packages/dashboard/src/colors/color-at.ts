import type { RunColor } from "./run-color.ts";
import { runPalette } from "./run-palette.ts";

const fallback: RunColor = { light: "#4c5cf8", dark: "#8ea6ff" };

/**
 * The colour of the run that was started after `place` others of its project. It stays the same however runs are sorted, filtered
 * or hidden, and a run started later never changes the colour of an earlier one.
 */
export function colorAt(place: number): RunColor {
  return runPalette[place % runPalette.length] ?? fallback;
}
