import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { jsonNumber } from "../json/json-number.ts";
import { number } from "../kinds.ts";

const waitedValue = v.object({
  monitor: v.string(),
  /** Absent where it never was finite. */
  best: v.exactOptional(jsonNumber),
  bestEpoch: v.exactOptional(number),
  /** Epochs without improvement. */
  wait: number,
  minDelta: v.exactOptional(number),
  /** Where no epoch was better than this. */
  baseline: v.exactOptional(number),
});

export const stoppedEarlyEvent = v.object({
  type: v.literal("stopped_early"),
  /** The epoch after which training stopped, counted from 0. */
  epoch: number,
  /** What was watched; absent where somebody asked training to stop. */
  monitor: v.exactOptional(v.string()),
  value: v.exactOptional(jsonNumber),
  best: v.exactOptional(jsonNumber),
  bestEpoch: v.exactOptional(number),
  /** What was out of patience; absent where something else stopped training. */
  waited: v.exactOptional(v.array(waitedValue)),
  /** One sentence a person understands, without the epoch: there is a field for that. */
  reason: v.string(),
});

/** A watched value that had not improved for long enough to stop training. */
export type WaitedValue = Frozen<v.InferOutput<typeof waitedValue>>;

/** Training was ended by a callback before the last epoch asked for. */
export type StoppedEarlyEvent = Frozen<v.InferOutput<typeof stoppedEarlyEvent>>;
