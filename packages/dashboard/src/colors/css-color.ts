import type { RunColor } from "@epochal/panel/charts";

/** A run's colour as CSS writes it: the browser picks the shade by the page's `color-scheme`. */
export function cssColor(color: RunColor): string {
  return `light-dark(${color.light}, ${color.dark})`;
}
