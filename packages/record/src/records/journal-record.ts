import type * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { eventRecord } from "./event-record.ts";
import { journalHeader } from "./journal-header.ts";
import { requestRecord } from "./request-record.ts";
import { runEndedRecord } from "./run-ended-record.ts";
import { runResumedRecord } from "./run-resumed-record.ts";
import { runStartedRecord } from "./run-started-record.ts";
import { seriesRecord } from "./series-record.ts";
import { updateRecord } from "./update-record.ts";
import { valuesRecord } from "./values-record.ts";

/** Each record that there is, by its type. A field that is added later must be optional: what older versions wrote stays readable. */
export const journalRecords = {
  journal: journalHeader,
  run: runStartedRecord,
  resume: runResumedRecord,
  values: valuesRecord,
  series: seriesRecord,
  event: eventRecord,
  request: requestRecord,
  update: updateRecord,
  end: runEndedRecord,
} as const;

/**
 * One line of the journal, format version 1: a JSON object on one line, ended by a newline.
 *
 * The same lines are a process's journal file, the body of HTTP ingest, what a browser keeps until it can send, and the
 * JSONL export. Every record names its run, and every values record its metrics, so that a reader can start in the middle
 * of a file. A last line without newline is not yet written whole and is left alone.
 */
export type JournalRecord = Frozen<
  v.InferOutput<(typeof journalRecords)[keyof typeof journalRecords]>
>;
