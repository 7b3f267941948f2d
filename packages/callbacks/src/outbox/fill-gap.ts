import { bytesOf, encodeRecord, limits, parseRecord } from "@epochal/record";
import type { KeptChunk } from "./outbox.ts";

/** No record: it is passed over. */
const nothing = "{}";
const shortest = nothing.length + 1;

/**
 * A line that takes the place of lost ones, byte for byte, and says in the run what is missing, where there is room for that: a journal with
 * a gap ends there for the dashboard, and what lies behind it would be lost, too.
 *
 * @param from the first byte that is lost
 * @param behind the lines behind the gap, whose run it is
 * @returns undefined where there is no gap. Of a long one, its beginning
 */
export function fillGap(from: number, behind: KeptChunk | undefined): KeptChunk | undefined {
  if (behind === undefined || behind.from <= from) return undefined;
  const lost = behind.from - from;
  // What is left has room for another line.
  const bytes = lost <= limits.sentLine ? lost : Math.min(limits.sentLine, lost - shortest);
  const warning = warningOf(bytes, behind.text);
  const line = warning !== undefined && bytesOf(warning) < bytes ? warning : nothing;
  return { from, text: `${line}${" ".repeat(bytes - bytesOf(line) - 1)}\n`, bytes };
}

function warningOf(bytes: number, behind: string): string | undefined {
  for (const line of behind.split("\n", 10)) {
    const record = parseRecord(line);
    if (typeof record === "string" || record.type === "journal") continue;
    const { run, at } = record;
    const message = `Tracker: ${bytes} bytes of lines are lost: the browser did not keep them.`;
    return encodeRecord({ type: "event", run, at, event: { type: "warning", message } }).trimEnd();
  }
  return undefined;
}
