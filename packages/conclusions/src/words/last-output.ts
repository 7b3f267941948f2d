import { eventFault, type OutputEvent, type RunEvent } from "@epochal/record";

/** What the program had printed last when the run ended: of a run that was resumed, the last time. Undefined where nobody kept it. */
export function lastOutput(events: readonly RunEvent[]): OutputEvent | undefined {
  return events.findLast(
    (event): event is OutputEvent => event?.type === "output" && eventFault(event) === undefined,
  );
}
