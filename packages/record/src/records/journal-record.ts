import type { RunEvent } from "../events/run-event.ts";
import type { JsonNumber } from "../json/json-number.ts";
import type { SeriesDescription } from "../series-description.ts";

/** The process that keeps a run alive: enough to tell later whether it still exists. */
export interface JournalWriter {
  readonly host: string;
  /** Changes whenever the machine starts anew, so that a recycled process id is not mistaken for the old one. */
  readonly bootId: string;
  readonly pid: number;
  /** When that process started, in the operating system's own units; absent where it cannot be had. */
  readonly pidStarted?: string;
  /** Where process ids are counted: containers of one machine may each count their own. Absent where it cannot be had. */
  readonly pidSpace?: string;
  /** The thread in that process, and when it started. Absent for the first thread, and where it cannot be had. */
  readonly thread?: string;
  /** The journal of the store that records the run: a process may have several. */
  readonly journal?: string;
}

/** First line of every segment. */
export interface JournalHeader {
  readonly type: "journal";
  /** Version of this format. A reader refuses a version it does not know. */
  readonly version: 1;
  /** Epoch milliseconds, as every `at` below. */
  readonly at: number;
  readonly writer: JournalWriter;
}

export interface RunStartedRecord {
  readonly type: "run";
  readonly run: string;
  readonly at: number;
  readonly project: string;
  readonly name?: string;
  /** Nested; a leaf is a param. Non-finite numbers are written as in {@link JsonNumber}. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly tags: readonly string[];
  readonly notes: string;
  readonly writer: JournalWriter;
  /** What it records on its own, for whoever resumes it: the options of a store. Absent for everything. */
  readonly record?: unknown;
}

/** A run that had ended, or whose process is gone, goes on in another process. */
export interface RunResumedRecord {
  readonly type: "resume";
  readonly run: string;
  readonly at: number;
  /** How often it has been resumed, this time included. Of two that say the same number the first one counts. */
  readonly segment: number;
  readonly writer: JournalWriter;
}

export interface ValuesRecord {
  readonly type: "values";
  readonly run: string;
  readonly at: number;
  /** The segment of the run that they belong to. Absent in the first one, 0. */
  readonly segment?: number;
  readonly step: number;
  readonly epoch?: number;
  readonly values: Readonly<Record<string, JsonNumber>>;
}

export interface SeriesRecord {
  readonly type: "series";
  readonly run: string;
  readonly at: number;
  readonly series: Readonly<Record<string, SeriesDescription>>;
}

export interface EventRecord {
  readonly type: "event";
  readonly run: string;
  readonly at: number;
  readonly event: RunEvent;
}

/** Somebody wants something of a run that trains, perhaps in another process. */
export interface RequestRecord {
  readonly type: "request";
  readonly run: string;
  readonly at: number;
  readonly id: string;
  readonly want: "stop" | "save_weights";
  /** Who asks. */
  readonly by: string;
}

export interface RunEndedRecord {
  readonly type: "end";
  readonly run: string;
  readonly at: number;
  /** Which segment ended. Absent for the first one, 0. */
  readonly segment?: number;
  readonly state: "finished" | "stopped_early" | "failed" | "interrupted";
  /** Why, in one sentence: the error, the early-stopping reason, the signal. */
  readonly reason?: string;
}

/**
 * One line of the journal, format version 1: a JSON object on one line, ended by a newline.
 *
 * The same lines are a process's journal file, the body of HTTP ingest, what a browser keeps until it can send, and the
 * JSONL export. Every record names its run, and every values record its metrics, so that a reader can start in the middle
 * of a file. A last line without newline is not yet written whole and is left alone.
 */
export type JournalRecord =
  | JournalHeader
  | RunStartedRecord
  | RunResumedRecord
  | ValuesRecord
  | SeriesRecord
  | EventRecord
  | RequestRecord
  | RunEndedRecord;
