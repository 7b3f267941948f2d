import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { number } from "../kinds.ts";

export const partialEpochEvent = v.object({
  type: v.literal("partial_epoch"),
  epoch: number,
  /** Batches trained. */
  batches: number,
  /** Of how many, where that is known. */
  of: v.exactOptional(number),
  /** One sentence: what is missing. */
  reason: v.string(),
});

/** An epoch that was not trained or not validated to its end. */
export type PartialEpochEvent = Frozen<v.InferOutput<typeof partialEpochEvent>>;
