import type { JournalWriter } from "@epochal/record";
import type { RunRow } from "./run-row.ts";

export type WriterRow = Pick<
  RunRow,
  "host" | "bootId" | "pid" | "pidStarted" | "pidSpace" | "thread" | "journal"
>;

/** The writer of a run as the journal names it: a process, or a page or a machine that sends it. */
export function toWriter(row: WriterRow): JournalWriter {
  const { host, bootId, pid, pidStarted, pidSpace, thread, journal } = row;
  const isProcess = bootId !== "";
  return {
    ...(isProcess
      ? { host, bootId, pid }
      : { kind: host === "" ? "page" : "machine", ...(host !== "" && { host }) }),
    ...(pidStarted !== null && { pidStarted }),
    ...(pidSpace !== null && { pidSpace }),
    ...(thread !== null && { thread }),
    ...(journal !== null && { journal }),
  };
}
