import type { ChartLine } from "./chart-line.ts";
import type { XRange } from "./x-range.ts";

/** How many values a log axis cannot show: zero and below. */
export interface BelowLog {
  readonly count: number;
  /** Whether there may be more: of values that are drawn as a mean in its band, only the lowest is known. */
  readonly isAtLeast: boolean;
}

/** Of lines as they are drawn, the values within a range that are finite and not above zero. */
export function belowLog(lines: readonly ChartLine[], { min, max }: XRange): BelowLog {
  let count = 0;
  let isAtLeast = false;
  for (const { x, y, n, band } of lines) {
    for (const [i, place] of x.entries()) {
      const value = y[i] ?? Number.NaN;
      if (place < min || place > max || !Number.isFinite(value)) continue;
      const all = n?.[i] ?? 1;
      const [low, high] =
        all > 1 ? [band?.low[i] ?? value, band?.high[i] ?? value] : [value, value];
      if (high <= 0) count += all;
      else if (low <= 0) {
        count++;
        isAtLeast ||= all > 2;
      }
    }
  }
  return { count, isAtLeast };
}
