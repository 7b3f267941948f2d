import { closeSync, existsSync, mkdirSync, openSync, renameSync } from "node:fs";
import path from "node:path";
import { parseRecord } from "@epochal/record";
import Database from "better-sqlite3";
import type { JournalPart } from "../journal/journal-part.ts";
import { listParts } from "../journal/list-parts.ts";
import { readLines } from "../journal/read-lines.ts";
import { readPartHeader } from "../journal/read-part-header.ts";
import { probeWriter } from "../lease/probe-writer.ts";
import { type StoreLocation, storeLocation } from "../location/store-location.ts";
import type { Problems } from "../problems.ts";

/**
 * Moves journals of earlier versions from other folders to the store's own: `a.sqlite.db` and
 * `a.sqlite` had one folder, and a database that is reached through a link had one beside the link.
 */
export function adoptJournals(location: StoreLocation, problems: Problems): void {
  try {
    // The other store's journals must be out of the folder before this store folds them.
    const other = storeLocation(`${location.database}.db`);
    if (other.formerJournals.includes(location.journal) && existsSync(other.database)) {
      adoptFrom(location.journal, other);
    }
    for (const folder of location.formerJournals) adoptFrom(folder, location);
  } catch (error) {
    problems.report(
      "former journals",
      `The journals that an earlier version has left beside ${location.database} cannot be moved: ${(error as Error).message}`,
      error,
    );
  }
}

function adoptFrom(folder: string, to: StoreLocation): void {
  const parts = listParts(folder).filter((part) => isLeft(path.join(folder, part.name)));
  if (parts.length === 0) return;
  const known = isFolderOfAnother(folder, to) ? runsOf(to.database) : undefined;
  for (const journal of new Set(parts.map((it) => it.journal))) {
    const own = parts.filter((it) => it.journal === journal);
    if (known !== undefined && !own.some((it) => startsOneOf(known, folder, it))) continue;
    mkdirSync(to.journal, { recursive: true, mode: 0o700 });
    // In their order: a moved part may be folded at once, and a later part must not be folded before an earlier one.
    for (const { name } of own) renameSync(path.join(folder, name), path.join(to.journal, name));
  }
}

function isLeft(file: string): boolean {
  const header = readPartHeader(file);
  return header.kind === "known" && ["gone", "restarted"].includes(probeWriter(header.writer));
}

/** Whether the folder is the one of a database that is there, such as `a.sqlite` beside `a.sqlite.db`. */
function isFolderOfAnother(folder: string, { database }: StoreLocation): boolean {
  const other = storeLocation(folder.replace(/\.journal$/, ""));
  return other.database !== database && other.journal === folder && existsSync(other.database);
}

/** The first run that a journal speaks of is in the database that it was folded to until its process died. */
function startsOneOf(known: ReadonlySet<string>, folder: string, { name }: JournalPart): boolean {
  const fd = openSync(path.join(folder, name), "r");
  try {
    for (const line of readLines(fd, 0).lines) {
      const record = parseRecord(line);
      if (typeof record !== "string" && record.type !== "journal") return known.has(record.run);
    }
    return false;
  } finally {
    closeSync(fd);
  }
}

function runsOf(database: string): ReadonlySet<string> {
  if (!existsSync(database)) return new Set();
  const db = new Database(database, { fileMustExist: true, timeout: 1_000 });
  try {
    return new Set(db.prepare<[], string>("SELECT id FROM runs").pluck().all());
  } finally {
    db.close();
  }
}
