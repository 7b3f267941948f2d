import type { JournalWriter } from "@epochal/record";
import { runs } from "../schema/runs.ts";

/** The columns that name the process of a run. */
export const writerColumns = {
  host: runs.host,
  bootId: runs.bootId,
  pid: runs.pid,
  pidStarted: runs.pidStarted,
  pidSpace: runs.pidSpace,
  thread: runs.thread,
  journal: runs.journal,
};

export interface WriterRow {
  readonly host: string;
  readonly bootId: string;
  readonly pid: number;
  readonly pidStarted: string | null;
  readonly pidSpace: string | null;
  readonly thread: string | null;
  readonly journal: string | null;
}

/** The writer as the journal names it: a process, or a page. */
export function toWriter(row: WriterRow): JournalWriter {
  const { host, bootId, pid, pidStarted, pidSpace, thread, journal } = row;
  const isProcess = bootId !== "";
  return {
    ...(isProcess ? { host, bootId, pid } : { kind: "page" }),
    ...(pidStarted !== null && { pidStarted }),
    ...(pidSpace !== null && { pidSpace }),
    ...(thread !== null && { thread }),
    ...(journal !== null && { journal }),
  };
}
