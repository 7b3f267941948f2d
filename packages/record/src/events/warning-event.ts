import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { number } from "../kinds.ts";

export const warningEvent = v.object({
  type: v.literal("warning"),
  message: v.string(),
  epoch: v.exactOptional(number),
});

/** Something doubtful that did not stop training: a tracker error, a monitor that is missing in one epoch. */
export type WarningEvent = Frozen<v.InferOutput<typeof warningEvent>>;
