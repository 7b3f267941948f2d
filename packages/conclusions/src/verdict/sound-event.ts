import type { RunEvent } from "@epochal/record";
import { eventFault } from "@epochal/record";

const longest = 200;

/** Gives the event as it is. Where it lacks a field that its words need, gives a warning that shows what there is of it. */
export function soundEvent(event: unknown): RunEvent {
  const fault = eventFault(event);
  if (fault === undefined) return event as RunEvent;
  const { type, epoch } = (event ?? {}) as { readonly type?: unknown; readonly epoch?: unknown };
  const name = typeof type === "string" ? `event ${type}` : "event";
  const text = JSON.stringify(event) ?? String(event);
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return {
    type: "warning",
    message: `The ${name} cannot be read, it ${fault}: ${shown}`,
    ...(typeof epoch === "number" && Number.isFinite(epoch) && { epoch }),
  };
}
