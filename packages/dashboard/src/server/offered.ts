import type { OfferedRun } from "../wire/run-context.ts";
import type { KnownRun } from "./known-runs.ts";

/** A run as a page offers it to choose. */
export function offered({ id, name, project, startedAt }: KnownRun): OfferedRun {
  return { id, name, project, startedAt: startedAt.getTime() };
}
