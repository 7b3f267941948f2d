import { closeSync, openSync } from "node:fs";
import type { JournalWriter } from "@epochal/record";
import { parseRecord } from "@epochal/record";
import { readLines } from "./read-lines.ts";

/** What the first line of a segment says: who writes it, or that its format is not known here. */
export type SegmentHeader =
  | { readonly kind: "known"; readonly writer: JournalWriter }
  | { readonly kind: "foreign" }
  | { readonly kind: "unreadable" };

/** Reads the first line of a segment. */
export function readSegmentHeader(file: string): SegmentHeader {
  const fd = openSync(file, "r");
  try {
    const [first] = readLines(fd, 0).lines;
    if (first === undefined) return { kind: "unreadable" };
    const record = parseRecord(first);
    if (typeof record === "string") return { kind: saysJournal(first) ? "foreign" : "unreadable" };
    const writer = record.type === "journal" ? record.writer : undefined;
    return isWriter(writer) ? { kind: "known", writer } : { kind: "unreadable" };
  } finally {
    closeSync(fd);
  }
}

function saysJournal(line: string): boolean {
  try {
    return (JSON.parse(line) as { type?: unknown } | null)?.type === "journal";
  } catch {
    return false;
  }
}

function isWriter(writer: JournalWriter | undefined): writer is JournalWriter {
  return (
    typeof writer?.host === "string" &&
    typeof writer.bootId === "string" &&
    Number.isSafeInteger(writer.pid)
  );
}
