import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import path from "node:path";
import type { RunEndedRecord } from "@epochal/record";
import { encodeRecord } from "@epochal/record";
import { listParts } from "../journal/list-parts.ts";

/** The run that is to be ended, and its journal, where the training thread cannot be told of a signal. */
export interface LastWords {
  /** The folder of the journals. */
  readonly folder: string;
  readonly journal: string;
  readonly run: string;
  readonly segment: number;
}

/** Appends to a journal of this process that a run was interrupted, while the run's own thread is busy. */
export function writeLastWords({ folder, journal, run, segment }: LastWords, reason: string): void {
  const last = listParts(folder)
    .filter((it) => it.journal === journal)
    .at(-1);
  if (last === undefined) return;
  const record: RunEndedRecord = {
    type: "end",
    run,
    at: Date.now(),
    ...(segment > 0 && { segment }),
    state: "interrupted",
    reason,
  };
  const fd = openSync(path.join(folder, last.name), "a+");
  try {
    // A line that was not taken whole must not swallow this one.
    const end = Buffer.alloc(1);
    const { size } = fstatSync(fd);
    const isWhole = size === 0 || (readSync(fd, end, 0, 1, size - 1) === 1 && end[0] === 10);
    writeSync(fd, `${isWhole ? "" : "\n"}${encodeRecord(record)}`);
  } finally {
    closeSync(fd);
  }
}
