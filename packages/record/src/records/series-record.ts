import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { recordOf } from "../kinds.ts";
import { seriesDescription } from "../series-description.ts";
import { ofRun } from "./of-run.ts";

export const seriesRecord = v.object({
  type: v.literal("series"),
  ...ofRun,
  /** By key. */
  series: recordOf(
    seriesDescription,
    "it has no series",
    (key) => `what it says of ${key.slice(0, 100)} is no description`,
  ),
});

/** What series of a run hold. */
export type SeriesRecord = Frozen<v.InferOutput<typeof seriesRecord>>;
