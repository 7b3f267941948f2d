import { type JournalRecord, parseRecord } from "@epochal/record";
import { SentError } from "./sent-error.ts";

/** Lines as records; those that are none as the reason why. */
export type ReadRecords = readonly (JournalRecord | string)[];

const NO_RECORD = new Set(["it is not JSON", "it is not an object"]);

/**
 * Reads the lines of a journal.
 *
 * A line that is JSON and yet no record of this version, such as one of a newer writer, is no fault of the others: it is passed over.
 *
 * @param from the byte of the journal at which the first of them begins
 * @throws SentError 400 where a line is no JSON object, or the journal does not begin with a header that this version knows
 */
export function readRecords(lines: readonly string[], from: number): ReadRecords {
  const records = lines.map((line, i) => {
    const record = parseRecord(line);
    if (typeof record === "string" && NO_RECORD.has(record)) {
      throw new SentError(400, `Line ${i + 1} is no record: ${record}.`);
    }
    return record;
  });
  const [first] = records;
  if (from > 0 || first === undefined) return records;
  if (typeof first === "string" || first.type !== "journal") {
    const why = typeof first === "string" ? `: ${first}` : "";
    throw new SentError(400, `A journal begins with its header, and line 1 is none${why}.`);
  }
  return records;
}
