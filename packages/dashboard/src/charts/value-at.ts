import type { ChartLine } from "./chart-line.ts";

/** The index of the value nearest to x in an ascending list; -1 in an empty one. */
export function nearestIndex(sorted: readonly number[], x: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  const before = sorted[low - 1];
  const after = sorted[low];
  if (before === undefined || after === undefined) return sorted.length === 0 ? -1 : low;
  return x - before <= after - x ? low - 1 : low;
}

/** What a line holds at x, if it has a point within `reach` of it. NaN or infinite where it is broken there. */
export function valueAt(line: ChartLine, x: number, reach: number): number | undefined {
  const index = nearestIndex(line.x, x);
  const place = line.x[index];
  if (place === undefined || Math.abs(place - x) > reach) return undefined;
  return line.y[index];
}
