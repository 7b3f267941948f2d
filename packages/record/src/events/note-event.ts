import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { number } from "../kinds.ts";

export const noteEvent = v.object({
  type: v.literal("note"),
  by: v.string(),
  text: v.string(),
  epoch: v.exactOptional(number),
});

/** What somebody wants to remember about the run. */
export type NoteEvent = Frozen<v.InferOutput<typeof noteEvent>>;
