import type { RunEvent } from "@epochal/record";

/**
 * The events of a run, a stretch for each of its fits, in order. The first fit after a run was resumed goes on with the one that was
 * interrupted.
 */
export function stretchesOfFits(events: readonly RunEvent[]): RunEvent[][] {
  const stretches: RunEvent[][] = [[]];
  for (const event of events) {
    if (event.type === "fit" && event.fit > 0) stretches.push([]);
    stretches.at(-1)?.push(event);
  }
  return stretches;
}
