import type { RunColor } from "@epochal/panel/charts";
import { assignPlaces } from "./assign-places.ts";
import { areAlike, runPalette } from "./run-palette.ts";

/** A run that may be coloured. */
export interface ColorableRun {
  readonly id: string;
  /** In milliseconds since 1970. Of two runs that prefer one colour, the older has it. */
  readonly startedAt: number;
}

/**
 * The colours of runs that are seen together, no two alike.
 *
 * @throws {RangeError} where there are more than twelve
 */
export function colorsOf(runs: readonly ColorableRun[]): ReadonlyMap<string, RunColor> {
  const oldestFirst = [...runs].sort(
    (a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  const ids = [...new Set(oldestFirst.map(({ id }) => id))];
  const colors = new Map<string, RunColor>();
  for (const [id, place] of assignPlaces(ids, runPalette.length, areAlike)) {
    const color = runPalette[place];
    if (color !== undefined) colors.set(id, color);
  }
  return colors;
}
