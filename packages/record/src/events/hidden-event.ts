import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { number } from "../kinds.ts";

export const hiddenEvent = v.object({
  type: v.literal("hidden"),
  /** For how long, until this record's time. */
  seconds: v.pipe(number, v.minValue(0)),
  /** The epoch in which it began, counted from 0. */
  epoch: v.exactOptional(number),
  /** How many epochs the run had values of when it began, 2.5 in the middle of the third one. Absent where it had none. */
  from: v.exactOptional(number),
  /** And at its end. */
  until: v.exactOptional(number),
});

/** The page that trains was hidden: another tab was before it. Browsers slow such pages down. */
export type HiddenEvent = Frozen<v.InferOutput<typeof hiddenEvent>>;
