import type { ChartLine } from "./chart-line.ts";
import type { ChartMark } from "./chart-mark.ts";

/** The places on the x axis the cursor can stand at, ascending: every x any line has a point at, and every mark. */
export function cursorPlaces(
  lines: readonly ChartLine[],
  marks: readonly Pick<ChartMark, "x">[] = [],
): readonly number[] {
  const places = new Set<number>();
  // Series that share their columns share their places.
  const all = new Set(lines.map(({ x }) => x));
  for (const x of all) for (const place of x) places.add(place);
  if (places.size > 0) for (const { x } of marks) places.add(x);
  return [...places].sort((a, b) => a - b);
}
