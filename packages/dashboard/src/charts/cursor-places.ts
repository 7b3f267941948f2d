import type { ChartLine } from "./chart-line.ts";

/** The places on the x axis the cursor can stand at: every x any line has a point at, ascending. */
export function cursorPlaces(lines: readonly ChartLine[]): readonly number[] {
  const places = new Set<number>();
  for (const { x } of lines) for (const place of x) places.add(place);
  return [...places].sort((a, b) => a - b);
}

/** From the first to the last place; a single place gets room on both sides. */
export function cursorRange(places: readonly number[]): {
  readonly min: number;
  readonly max: number;
} {
  const min = places[0] ?? 0;
  const max = places.at(-1) ?? 1;
  return min === max ? { min: min - 0.5, max: max + 0.5 } : { min, max };
}
