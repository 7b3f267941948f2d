import type { RunColor } from "@epochal/panel/charts";
import { runPalette } from "./run-palette.ts";
import { textHash } from "./text-hash.ts";

const fallback: RunColor = { light: "#3b1add", dark: "#6b8fe2" };

/** The colour that a run prefers, by its id: the one it has where no older run of the page prefers it, too. */
export function ownColor(id: string): RunColor {
  return runPalette[textHash(id) % runPalette.length] ?? fallback;
}
