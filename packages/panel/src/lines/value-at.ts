import type { ChartLine } from "./chart-line.ts";
import type { XAxis } from "./chart-run.ts";

/** The index of the value nearest to x in an ascending list; -1 in an empty one. */
export function nearestIndex(sorted: ArrayLike<number>, x: number): number {
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

/**
 * How far from x a point of a line may lie to be its value at x: half the distance of its points. A run that was measured every
 * fifth epoch only has no value between those.
 */
function reachOf({ x }: Pick<ChartLine, "x">, xAxis: XAxis): number {
  const first = x[0] ?? 0;
  if (xAxis === "epoch" && Number.isInteger(first)) return 0.5;
  const length = (x.at(-1) ?? first) - first;
  return length > 0 ? (0.501 * length) / (x.length - 1) : Math.max(0.5, Math.abs(first) * 1e-6);
}

/** Which point of a line is its value at x, if one is near enough; -1 where none is. */
export function indexAt(line: Pick<ChartLine, "x">, x: number, xAxis: XAxis): number {
  const index = nearestIndex(line.x, x);
  const place = line.x[index];
  return place === undefined || Math.abs(place - x) > reachOf(line, xAxis) ? -1 : index;
}

/** What a line holds at x, if it has a point near. NaN or infinite where it is broken there. */
export function valueAt(line: ChartLine, x: number, xAxis: XAxis): number | undefined {
  return line.y[indexAt(line, x, xAxis)];
}
