import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { count, fields, text } from "../kinds.ts";
import { limits } from "../limits.ts";
import { ofRun } from "./of-run.ts";

const tags = "its tags are not a list of text";
const flag = (message: string) => v.exactOptional(v.nullable(v.boolean(message)));

/** Absent is unchanged, null is taken away. */
const runUpdate = fields(
  {
    /** Null for the name that a run has to which none was given. */
    name: v.exactOptional(v.nullable(text(limits.name, "its name is not text"))),
    tags: v.exactOptional(
      v.nullable(
        v.pipe(
          v.array(text(limits.name, tags), tags),
          v.maxLength(limits.tags, `it has more than ${limits.tags} tags`),
        ),
      ),
    ),
    notes: v.exactOptional(v.nullable(text(limits.text, "its notes are not text"))),
    group: v.exactOptional(v.nullable(text(limits.name, "its group is not text"))),
    archived: flag("whether it is archived is no flag"),
    /** Whether it is in the trash. */
    deleted: flag("whether it is deleted is no flag"),
  },
  "it changes nothing",
);

/** What somebody makes of a run. */
export type RunUpdate = Frozen<v.InferOutput<typeof runUpdate>>;

export const updateRecord = v.object({
  type: v.literal("update"),
  ...ofRun,
  set: runUpdate,
  /** The segment that somebody saw ended who deletes the run: where it was resumed since, it trains and is not deleted. */
  segment: v.exactOptional(count("its segment is no number")),
  /** Who changes it. */
  by: text(limits.name, "nobody has changed it"),
});

/** Somebody changes how a run is called or where it is kept, whether it has ended or not. What it was is known to whoever stores it. */
export type UpdateRecord = Frozen<v.InferOutput<typeof updateRecord>>;
