import type { RunEvent } from "@epochal/record";

/** What of a run decides which of its events still hold. */
export interface RunStretches {
  readonly events: readonly RunEvent[];
  readonly segments: readonly { readonly segment: number; readonly epoch?: number }[];
}

/** Events that say where training was when they were recorded. */
const placed = new Set<RunEvent["type"]>([
  "fit",
  "early_stopping",
  "stopped_early",
  "learning_rate",
  "checkpoint",
  "non_finite",
  "histogram",
  "graph",
  "partial_epoch",
]);

/**
 * The events of a run as it went on: without those of epochs that a later segment trained again, and without the weights that were
 * put back before it was resumed. An epoch that was trained twice counts once.
 */
export function standingEvents({ events, segments }: RunStretches): RunEvent[] {
  let standing: RunEvent[] = [];
  for (const stretch of stretchesOf(events)) {
    const [resumed] = stretch;
    if (resumed?.type === "resumed") {
      const known = segments.find(({ segment }) => segment === resumed.segment)?.epoch;
      const begin = Math.min(known ?? Infinity, ...stretch.filter(isPlaced).map(epochOf));
      standing = standing.filter(
        (event) =>
          event.type !== "weights_restored" && !(isPlaced(event) && epochOf(event) >= begin),
      );
    }
    standing.push(...stretch);
  }
  return standing;
}

/** A stretch for each segment; all but the first begin with its event `resumed`. */
function stretchesOf(events: readonly RunEvent[]): RunEvent[][] {
  const stretches: RunEvent[][] = [[]];
  for (const event of events) {
    if (event.type === "resumed") stretches.push([]);
    stretches.at(-1)?.push(event);
  }
  return stretches;
}

const isPlaced = ({ type }: RunEvent) => placed.has(type);
const epochOf = ({ epoch }: RunEvent) => Math.floor(epoch ?? Infinity);
