import type { JournalWriter } from "@epochal/record";

/** A writer in the columns of `runs`. Of a page, which has no process, the first three are empty: they were made for processes. */
export function writerRow(writer: JournalWriter) {
  const { host = "", bootId = "", pid = 0 } = writer;
  const { pidStarted = null, pidSpace = null, thread = null, journal = null } = writer;
  return { host, bootId, pid, pidStarted, pidSpace, thread, journal };
}
