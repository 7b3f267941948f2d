import { cssColor } from "./css-color.ts";
import type { RunColor } from "./run-color.ts";

/** A bar in the colour of a run. A picture, since the page's policy lets no server write a style attribute. */
export function RunSwatch({ color, className }: { color: RunColor; className: string }) {
  return (
    <svg aria-hidden="true" className={className}>
      <rect width="100%" height="100%" fill={cssColor(color)} />
    </svg>
  );
}
