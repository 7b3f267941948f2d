import { statfsSync, statSync } from "node:fs";
import path from "node:path";
import { formatBytes, formatDuration } from "@epochal/conclusions";
import { checkpoint } from "../checkpoint.ts";
import type { PatientWriter } from "./patient-writer.ts";

/** So many pages of a file are given back in one transaction: 8 MiB. */
const pagesOfSlice = 2_048;
/** How much an older machine writes in a second. */
const bytesOfSecond = 50_000_000;

/** What it takes to write a file anew. */
export interface Conversion {
  /** How much room beside the file. */
  readonly bytes: number;
  readonly seconds: number;
  /** Why it cannot be done now. */
  readonly skipped?: string;
}

/** What it would take to make a file shrink that an older version has made; undefined where it can already. */
export function conversionOf({ db }: PatientWriter): Conversion | undefined {
  if (Number(db.pragma("auto_vacuum", { simple: true })) !== 0) return undefined;
  const pages = Number(db.pragma("page_count", { simple: true }));
  const free = Number(db.pragma("freelist_count", { simple: true }));
  const bytes = 2 * (pages - free) * Number(db.pragma("page_size", { simple: true }));
  const seconds = Math.ceil(bytes / bytesOfSecond);
  const { bavail, bsize } = statfsSync(path.dirname(db.name));
  const room = bavail * bsize;
  if (room >= bytes) return { bytes, seconds };
  const skipped = `There is no room to write ${db.name} anew: it takes ${formatBytes(bytes)} beside it, and ${formatBytes(room)} are free. Make room and purge again; until then what was removed is room for new runs.`;
  return { bytes, seconds, skipped };
}

/** What is said before a file is written anew. */
export function conversionWords({ db }: PatientWriter, { bytes, seconds }: Conversion): string {
  return `${db.name} is written anew once, so that it can shrink: that takes up to ${formatBytes(bytes)} beside it and about ${formatDuration(seconds * 1000)}, in which runs are recorded into their journals only.`;
}

/** Writes the whole file anew. All of it or nothing: whoever is killed meanwhile leaves the file as it was. */
export async function convert(writer: PatientWriter): Promise<void> {
  await writer.alone(() => {
    // Another process may have done it while this one waited.
    if (conversionOf(writer) === undefined) return;
    writer.db.pragma("auto_vacuum = INCREMENTAL");
    writer.db.exec("VACUUM");
  });
}

/** Gives the free pages of a file back, in slices. */
export async function shrink(
  writer: PatientWriter,
  onShrunk: (done: number, total: number) => void,
): Promise<void> {
  const { db } = writer;
  const free = () => Number(db.pragma("freelist_count", { simple: true }));
  const size = Number(db.pragma("page_size", { simple: true }));
  const total = free();
  for (let left = total; left > 0; ) {
    onShrunk((total - left) * size, total * size);
    await writer.alone(() => db.pragma(`incremental_vacuum(${pagesOfSlice})`));
    const now = free();
    if (now >= left) break;
    left = now;
  }
  // The file itself shrinks when the log is moved into it.
  await writer.alone(() => checkpoint(db, 1_000));
}

/** Bytes of a database with its write-ahead log. */
export function bytesOf(database: string): number {
  return [database, `${database}-wal`].reduce(
    (sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}
