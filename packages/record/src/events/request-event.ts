import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { number } from "../kinds.ts";
import { requestWant } from "../run-request.ts";

export const requestEvent = v.object({
  type: v.literal("request"),
  /** The request's id. */
  request: v.string(),
  want: requestWant,
  /** Who asked. */
  by: v.string(),
  epoch: number,
  /** The batch after which it was heard, counted from 0. Absent at the end of an epoch. */
  batch: v.exactOptional(number),
  /** One sentence: what was done. */
  outcome: v.string(),
});

/** Somebody wanted something of the training, and got it or did not. */
export type RequestEvent = Frozen<v.InferOutput<typeof requestEvent>>;
