import type { RunEvent } from "@epochal/record";
import type { RunEvidence } from "./run-evidence.ts";

/** How far a training came, in numbers of epochs: the first one is 1. */
export interface Reached {
  /** How many were trained to their end, those of an earlier process included. */
  readonly done: number;
  /** The one that had begun after them; absent where nothing of it was recorded. */
  readonly within?: number;
}

/** How far a training came, as its series and events tell; undefined where none of them names an epoch. */
export function reachedOf({
  series,
  events,
}: Pick<RunEvidence, "series" | "events">): Reached | undefined {
  let ended = 0;
  let begun = 0;
  for (const { last, per } of series) {
    if (last?.epoch === undefined || !Number.isFinite(last.epoch)) continue;
    // The value of epoch 2 is stored at 2, a batch of it between 2 and 3, its last batch at 3.
    if (per === "epoch") ended = Math.max(ended, Math.floor(last.epoch) + 1);
    else begun = Math.max(begun, last.epoch);
  }
  for (const event of events) {
    if (endsEpoch(event)) ended = Math.max(ended, Math.floor(event.epoch ?? -1) + 1);
    else if (isWithin(event)) begun = Math.max(begun, Math.floor(event.epoch ?? -1) + 0.5);
  }
  const done = Math.max(ended, Math.floor(begun));
  if (done === 0 && begun <= 0) return undefined;
  return { done, ...(begun > done && { within: done + 1 }) };
}

const endsEpoch = (event: RunEvent) =>
  event.type === "early_stopping" ||
  event.type === "stopped_early" ||
  (event.type === "checkpoint" && event.batch === undefined);

const isWithin = (event: RunEvent) =>
  event.type === "partial_epoch" ||
  ((event.type === "checkpoint" || event.type === "non_finite") && event.batch !== undefined);
