import type { RunEvent, StoppedEarlyEvent } from "@epochal/record";

const deciding = new Set<RunEvent["type"]>(["stopped_early", "resumed", "fit"]);

/** The early stop that ended a run; undefined where none did, or where the run was resumed or trained by another fit after it. */
export function stopOf(events: readonly RunEvent[]): StoppedEarlyEvent | undefined {
  const last = events.findLast(({ type }) => deciding.has(type));
  return last?.type === "stopped_early" ? last : undefined;
}
