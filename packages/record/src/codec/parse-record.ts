import * as v from "valibot";
import { isObject } from "../kinds.ts";
import { limits } from "../limits.ts";
import { type JournalRecord, journalRecords } from "../records/journal-record.ts";
import { ofRun } from "../records/of-run.ts";
import { isPlainValues } from "./is-plain-values.ts";

/**
 * Reads one line of a journal, trusting nothing: lines also come from other machines, and from disks that failed.
 *
 * A known record, or a known event in one, that lacks a field is refused by name. An event of a type that this version does not
 * know passes, and so do fields that it does not know: older readers outlive newer writers.
 *
 * @returns the record, or in one sentence why it is none
 */
export function parseRecord(line: string): JournalRecord | string {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return "it is not JSON";
  }
  if (!isObject(record)) return "it is not an object";
  if (isPlainValues(record)) return record;
  return fault(record, line.length) ?? (record as JournalRecord);
}

function fault(record: Readonly<Record<string, unknown>>, length: number): string | undefined {
  const { type } = record;
  if (typeof type !== "string" || !Object.hasOwn(journalRecords, type)) {
    const unknown = `its type ${JSON.stringify(type)?.slice(0, 100)} is unknown`;
    return faultBy(anyRecord, record) ?? unknown;
  }
  const found = faultBy(journalRecords[type as JournalRecord["type"]], record);
  if (found !== undefined) return found;
  if (type === "event" && length > limits.json)
    return `it is longer than ${limits.json} characters`;
  return isDeeper(record, limits.depth)
    ? `it is nested deeper than ${limits.depth} levels`
    : undefined;
}

const anyRecord = v.object(ofRun);

function faultBy(
  schema: v.ObjectSchema<v.ObjectEntries, undefined>,
  record: unknown,
): string | undefined {
  const { issues } = v.safeParse(schema, record, { abortEarly: true, abortPipeEarly: true });
  const [issue] = issues ?? [];
  if (issue === undefined) return undefined;
  // Of a field that is missing its own words are said, too.
  const field = String(issue.path?.[0]?.key);
  const isMissing = issue.type === "object" && issue.path?.length === 1;
  const entry = schema.entries[field] as { readonly message?: unknown } | undefined;
  if (isMissing && typeof entry?.message === "string") return entry.message;
  return isMissing ? `its ${field} is missing` : issue.message;
}

/** Level by level: what is nested very deep must not be followed by calls in calls. */
function isDeeper(value: unknown, most: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((each) => Object.values(each as object).filter(isNested));
  }
  return false;
}

function isNested(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
