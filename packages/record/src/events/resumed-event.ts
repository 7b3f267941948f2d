import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { number } from "../kinds.ts";

export const resumedEvent = v.object({
  type: v.literal("resumed"),
  /** How often it has been resumed, this time included. */
  segment: number,
  epoch: v.exactOptional(number),
});

/** The run goes on in another process after it had ended, or after its process was gone. */
export type ResumedEvent = Frozen<v.InferOutput<typeof resumedEvent>>;
