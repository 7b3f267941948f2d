import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { count, text } from "../kinds.ts";
import { limits } from "../limits.ts";
import { ofRun } from "./of-run.ts";

export const runEndedRecord = v.object({
  type: v.literal("end"),
  ...ofRun,
  /** Which segment ended. Absent for the first one, 0. */
  segment: v.exactOptional(count("its segment is no number")),
  state: v.picklist(
    ["finished", "stopped_early", "failed", "interrupted"],
    "its end state is unknown",
  ),
  /** Why, in one sentence: the error, the early-stopping reason, the signal. */
  reason: v.exactOptional(text(limits.text, "its reason is not text")),
  /** Where a failed run failed, as its language prints it: the error with its stack and its causes. */
  stack: v.exactOptional(text(limits.text, "its stack is not text")),
});

/** How a run ended in its own words. */
export type RunEndedRecord = Frozen<v.InferOutput<typeof runEndedRecord>>;
