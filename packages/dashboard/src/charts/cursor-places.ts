import type { ChartLine } from "./chart-line.ts";

/** The places on the x axis the cursor can stand at: every x any line has a point at, ascending. */
export function cursorPlaces(lines: readonly ChartLine[]): readonly number[] {
  const places = new Set<number>();
  for (const { x } of lines) for (const place of x) places.add(place);
  return [...places].sort((a, b) => a - b);
}
