import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { integer, object, text } from "../kinds.ts";
import { limits } from "../limits.ts";
import { journalWriter } from "./journal-writer.ts";
import { ofRun } from "./of-run.ts";

const tags = "its tags are not a list of text";

export const runStartedRecord = v.object({
  type: v.literal("run"),
  ...ofRun,
  project: v.custom<string>(
    (value) => typeof value === "string" && value !== "" && value.length <= limits.name,
    "it names no project",
  ),
  name: v.exactOptional(text(limits.name, "its name is not text")),
  /** Nested; a leaf is a param. Non-finite numbers are written as in {@link JsonNumber}. */
  config: object("its config is not an object"),
  tags: v.pipe(
    v.array(text(limits.name, tags), tags),
    v.maxLength(limits.tags, `it has more than ${limits.tags} tags`),
  ),
  notes: text(limits.text, "its notes are not text"),
  /** When it was started, where that was before and perhaps elsewhere: its times are those that its records say. @default `at` */
  startedAt: v.exactOptional(integer("its start is no time")),
  writer: journalWriter,
  /** What it records on its own, for whoever resumes it: the options of a store. Absent for everything. */
  record: v.exactOptional(v.unknown()),
});

export type RunStartedRecord = Frozen<v.InferOutput<typeof runStartedRecord>>;
