import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { jsonNumber } from "../json/json-number.ts";
import { number } from "../kinds.ts";

export const nonFiniteEvent = v.object({
  type: v.literal("non_finite"),
  epoch: number,
  /** Counted from 0 within the epoch. */
  batch: v.exactOptional(number),
  key: v.string(),
  value: jsonNumber,
  /** The value of this key before. */
  before: v.exactOptional(jsonNumber),
});

/** A value was not finite for the first time. */
export type NonFiniteEvent = Frozen<v.InferOutput<typeof nonFiniteEvent>>;
