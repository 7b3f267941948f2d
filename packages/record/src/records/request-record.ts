import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { runRequest } from "../run-request.ts";
import { ofRun } from "./of-run.ts";

const { id, want, by } = runRequest.entries;

export const requestRecord = v.object({
  type: v.literal("request"),
  ...ofRun,
  id,
  want,
  /** Who asks. */
  by,
});

/** Somebody wants something of a run that trains, perhaps in another process. */
export type RequestRecord = Frozen<v.InferOutput<typeof requestRecord>>;
