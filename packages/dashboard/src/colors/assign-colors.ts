import type { RunColor } from "./run-color.ts";
import { runPalette } from "./run-palette.ts";

export interface StartedRun {
  readonly id: string;
  readonly startedAt: number;
}

/**
 * The colour of each run, by the order in which the runs of the project were started. It stays the same however they are
 * sorted, filtered or hidden, and a run started later never changes the colour of an earlier one.
 */
export function assignColors(runs: readonly StartedRun[]): ReadonlyMap<string, RunColor> {
  const ordered = [...runs].sort(
    (a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  const colors = new Map<string, RunColor>();
  for (const [index, run] of ordered.entries()) {
    const color = runPalette[index % runPalette.length];
    if (color !== undefined) colors.set(run.id, color);
  }
  return colors;
}
