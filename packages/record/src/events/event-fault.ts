import * as v from "valibot";
import { isObject, number } from "../kinds.ts";
import { type RunEvent, runEvents } from "./run-event.ts";

/** What is known of an event whose type this version does not know: its epoch is the run's, like any other's. */
const anyEvent = v.object({ epoch: v.exactOptional(number) });

/**
 * What is wrong with an event, in words that follow its name: `has no monitor`. Undefined for a sound event, and for one of a
 * type that this version does not know.
 */
export function eventFault(event: unknown): string | undefined {
  if (!isObject(event)) return "is no object";
  if (typeof event.type !== "string") return "has no type";
  const isKnown = Object.hasOwn(runEvents, event.type);
  const schema = isKnown ? runEvents[event.type as RunEvent["type"]] : anyEvent;
  const [issue] = v.safeParse(schema, event, { abortEarly: true }).issues ?? [];
  if (issue === undefined) return undefined;
  const field = String(issue.path?.[0]?.key);
  return Object.hasOwn(event, field) ? `has a wrong ${field}` : `has no ${field}`;
}
