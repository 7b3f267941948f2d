import { closeSync, openSync } from "node:fs";
import type { JournalWriter } from "@epochal/record";
import { parseRecord } from "@epochal/record";
import { readLines } from "./read-lines.ts";

/** What the first line of a part says: who writes it, or that its format is not known here. */
export type PartHeader =
  | { readonly kind: "known"; readonly writer: JournalWriter }
  | { readonly kind: "foreign" }
  | { readonly kind: "unreadable" };

/** Reads the first line of a part. */
export function readPartHeader(file: string): PartHeader {
  const fd = openSync(file, "r");
  try {
    const [first] = readLines(fd, 0).lines;
    if (first === undefined) return { kind: "unreadable" };
    const record = parseRecord(first);
    if (typeof record === "string")
      return { kind: isOfAnotherVersion(first) ? "foreign" : "unreadable" };
    return record.type === "journal"
      ? { kind: "known", writer: record.writer }
      : { kind: "unreadable" };
  } finally {
    closeSync(fd);
  }
}

function isOfAnotherVersion(line: string): boolean {
  try {
    const header = JSON.parse(line) as { type?: unknown; version?: unknown } | null;
    return header?.type === "journal" && header.version !== 1;
  } catch {
    return false;
  }
}
