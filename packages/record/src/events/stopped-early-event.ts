import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { jsonNumber } from "../json/json-number.ts";
import { number } from "../kinds.ts";

export const stoppedEarlyEvent = v.object({
  type: v.literal("stopped_early"),
  /** The epoch after which training stopped, counted from 0. */
  epoch: number,
  /** What was watched; absent where somebody asked training to stop. */
  monitor: v.exactOptional(v.string()),
  value: v.exactOptional(jsonNumber),
  best: v.exactOptional(jsonNumber),
  bestEpoch: v.exactOptional(number),
  /** One sentence a person understands. */
  reason: v.string(),
});

/** Training was ended by a callback before the last epoch asked for. */
export type StoppedEarlyEvent = Frozen<v.InferOutput<typeof stoppedEarlyEvent>>;
