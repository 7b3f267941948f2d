import type { JournalRecord } from "@epochal/callbacks";

/** A record as a line of the journal. JSON has no word for numbers that are not finite: they become text. */
export function encodeRecord(record: JournalRecord): string {
  const json = JSON.stringify(record, (_key, value: unknown) => {
    if (typeof value === "bigint") return String(value);
    return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
  });
  return `${json}\n`;
}
