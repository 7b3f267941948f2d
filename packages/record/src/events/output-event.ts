import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { number } from "../kinds.ts";

export const outputEvent = v.object({
  type: v.literal("output"),
  /** The last lines, the oldest first. */
  lines: v.array(v.string()),
  /** How many lines came before them. Absent for none. */
  omitted: v.exactOptional(number),
  epoch: v.exactOptional(number),
});

/** What a program had printed last, on its standard output and its standard error, when the run ended. */
export type OutputEvent = Frozen<v.InferOutput<typeof outputEvent>>;
