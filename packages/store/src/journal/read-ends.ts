import type { JournalRecord } from "@epochal/record";
import { parseRecord } from "@epochal/record";
import { readLines } from "./read-lines.ts";

/** What a segment says, from a place on, of how runs ended. */
export function readEnds(
  fd: number,
  from: number,
): { readonly records: readonly JournalRecord[]; readonly bytes: number } {
  const records: JournalRecord[] = [];
  for (let bytes = from; ; ) {
    const { lines, sizes } = readLines(fd, bytes);
    if (lines.length === 0) return { records, bytes };
    for (const line of lines) {
      if (!line.startsWith('{"type":"end"')) continue;
      const record = parseRecord(line);
      if (typeof record !== "string") records.push(record);
    }
    bytes = sizes.reduce((sum, size) => sum + size, bytes);
  }
}
