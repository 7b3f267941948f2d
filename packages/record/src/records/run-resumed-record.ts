import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { count } from "../kinds.ts";
import { journalWriter } from "./journal-writer.ts";
import { ofRun } from "./of-run.ts";

const segment = "its segment is no number";

export const runResumedRecord = v.object({
  type: v.literal("resume"),
  ...ofRun,
  /** How often it has been resumed, this time included. Of two that say the same number the first one counts. */
  segment: v.pipe(count(segment), v.minValue(1, segment)),
  writer: journalWriter,
});

/** A run that had ended, or whose process is gone, goes on in another process. */
export type RunResumedRecord = Frozen<v.InferOutput<typeof runResumedRecord>>;
