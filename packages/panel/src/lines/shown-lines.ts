import type { ChartLine } from "./chart-line.ts";
import { clipLine } from "./clip-line.ts";
import { foldLine } from "./fold-line.ts";
import { smoothLine } from "./smooth-line.ts";
import type { XRange } from "./x-range.ts";

/**
 * The lines as a range shows them: what is within it, as a band where there is too much for a line, and smoothed. A line of points is
 * smoothed as a whole, so that its beginning does not depend on the range; one of buckets over the means of those that are drawn.
 */
export function shownLines(
  lines: readonly ChartLine[],
  range: XRange,
  smoothing: number,
): readonly ChartLine[] {
  const view = `${range.min} ${range.max} ${smoothing}`;
  return lines.map((line) => {
    const known = made.get(line);
    if (known?.view === view) return known.shown;
    const shown = shownLine(line, range, smoothing);
    made.set(line, { view, shown });
    return shown;
  });
}

/** What was shown of a line last: a line that is the same is drawn anew for nothing. */
const made = new WeakMap<ChartLine, { readonly view: string; readonly shown: ChartLine }>();

function shownLine(line: ChartLine, range: XRange, smoothing: number): ChartLine {
  const clipped = clipLine(line, range);
  const folded = foldLine(clipped, range);
  if (smoothing <= 0) return folded;
  return folded === clipped
    ? clipLine(smoothed(line, smoothing), range)
    : smoothed(folded, smoothing);
}

function smoothed(line: ChartLine, weight: number): ChartLine {
  return { ...line, smooth: smoothLine(line.x, line.y, weight) };
}
