import type { JournalRecord } from "../records/journal-record.ts";
import { redactRecord } from "../redaction/redact-record.ts";

/** A record as a line of the journal, without secrets. JSON has no word for numbers that are not finite: they become text. */
export function encodeRecord(record: JournalRecord): string {
  const json = JSON.stringify(record, (_key, value: unknown) => {
    if (typeof value === "bigint") return String(value);
    return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
  });
  // As it would be read: an event may hold dates, and whatever else knows how to become JSON.
  return `${JSON.stringify(redactRecord(JSON.parse(json) as JournalRecord))}\n`;
}
