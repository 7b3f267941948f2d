import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { number } from "../kinds.ts";

export const prunedEvent = v.object({
  type: v.literal("pruned"),
  /** Who did it, or whose wish it follows. */
  by: v.string(),
  /** Of so many steps at least the lowest and the highest value are kept. */
  keepEvery: number,
  /** How many values were removed. */
  removed: number,
  epoch: v.exactOptional(number),
});

/** Per-batch values were thinned out, so that the run takes less room. */
export type PrunedEvent = Frozen<v.InferOutput<typeof prunedEvent>>;
