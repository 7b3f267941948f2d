import type { RunColor } from "@epochal/panel/charts";
import { cssColor } from "./css-color.ts";

/** A bar in the colour of a run. It is an SVG, because the page's policy forbids style attributes that a server writes. */
export function RunSwatch({ color, className }: { color: RunColor; className: string }) {
  return (
    <svg aria-hidden="true" className={className}>
      <rect width="100%" height="100%" fill={cssColor(color)} />
    </svg>
  );
}
