import type { JournalRecord, JournalWriter } from "@epochal/record";

/**
 * A record as the server stores it: who keeps its run alive is whoever sends this journal. What a writer says of its process is not
 * believed: on this machine it could be the name of another one.
 */
export function asSent(record: JournalRecord, journal: string): JournalRecord {
  if (record.type !== "run" && record.type !== "resume") return record;
  const { host } = record.writer;
  const kind = host === undefined ? "page" : "machine";
  const writer: JournalWriter = { kind, ...(host !== undefined && { host }), journal };
  return { ...record, writer };
}
