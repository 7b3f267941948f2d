import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { applicationId } from "../location/inspect-database.ts";
import { connect } from "../sqlite/connect.ts";
import { newestVersion } from "../sqlite/schema-version.ts";
import { StoreError } from "../store-error.ts";

/** How often a database is copied that somebody writes to meanwhile. */
const mostTries = 5;
const magic = "SQLite format 3\0";

export interface BrokenCopy {
  readonly db: Database.Database;
  /** The schema it is of. */
  readonly version: number;
  /** What was mended in the copy so that it could be opened, as sentences. */
  readonly mended: readonly string[];
}

/**
 * Opens a copy of a broken database for reading, in a folder that nobody else uses. What keeps SQLite from opening it is mended in the
 * copy: a length that is not the file's, a log that fits no longer, a first page that is gone.
 *
 * @param hasJournals whether something can be saved also where the file has nothing
 * @throws StoreError `not_a_store` where nothing can be read of it, or it is another program's; `schema_too_new`
 */
export function openBrokenCopy(original: string, folder: string, hasJournals: boolean): BrokenCopy {
  const copy = path.join(folder, "broken.db");
  const mended: string[] = [];
  let fault: unknown;
  for (const mend of ways) {
    const said = mend(original, copy, folder, hasJournals);
    if (said === undefined) continue;
    if (said !== "") mended.push(said);
    const db = new Database(copy);
    try {
      // SQLite looks closer at each page, at some cost, and believes nothing that the file says of functions and views.
      db.pragma("cell_size_check = ON");
      db.pragma("trusted_schema = OFF");
      db.pragma("query_only = ON");
      return { db, version: versionOf(db, original), mended };
    } catch (error) {
      db.close();
      if (error instanceof StoreError) throw error;
      fault = error;
    }
  }
  throw new StoreError(
    "not_a_store",
    `Nothing can be read of ${original}: ${(fault as Error | undefined)?.message ?? "it is empty"}. Its first pages, which say where everything is, are lost. Bring back a copy of the file if there is one.`,
    { cause: fault },
  );
}

type Mend = (
  original: string,
  copy: string,
  folder: string,
  hasJournals: boolean,
) => string | undefined;

/** One after the other, until the copy can be opened. Each says what it has mended; undefined where it can do nothing. */
const ways: readonly Mend[] = [
  (original, copy) => {
    // A database and its log that are not of one moment, because somebody writes to them, would be a damaged one.
    for (let tries = 1, before = ""; tries <= mostTries && before !== marksOf(original); tries++) {
      before = marksOf(original);
      copyFileSync(original, copy, constants.COPYFILE_FICLONE);
      if (existsSync(`${original}-wal`)) copyFileSync(`${original}-wal`, `${copy}-wal`);
    }
    trustLength(copy);
    return "";
  },
  (_, copy) => {
    if (!existsSync(`${copy}-wal`) || statSync(`${copy}-wal`).size === 0) return undefined;
    truncateSync(`${copy}-wal`, 0);
    return "Its write-ahead log does not fit it and was left out.";
  },
  (_, copy, folder) => {
    if (statSync(copy).size === 0) return undefined;
    if (hasHeader(copy)) return undefined;
    writeAt(copy, 0, templateIn(folder).subarray(0, 100));
    trustLength(copy);
    return "The header of the file was gone and was written anew.";
  },
  (_, copy, folder) => mendFirstPages(copy, templateIn(folder)),
  (_, copy, folder, hasJournals) => {
    // A young store has all it knows in the log, and its journals are removed only when the file itself has what they say.
    if (!hasJournals || statSync(copy).size > templateIn(folder).length) return undefined;
    for (const end of ["-wal", "-shm"]) rmSync(`${copy}${end}`, { force: true });
    writeFileSync(copy, templateIn(folder));
    return "The file has nothing that can be read: what was saved is of the journals beside it.";
  },
];

/**
 * Where the count of pages is not of the last change, SQLite asks the file for its length. A page that was cut through is left out: its
 * rows would be read with zeroes in them.
 */
function trustLength(copy: string): void {
  const length = statSync(copy).size;
  if (length < 100 || !hasHeader(copy)) return;
  const said = readAt(copy, 16, 2).readUInt16BE();
  const page = said === 1 ? 65_536 : said;
  if (page >= 512 && length > page) truncateSync(copy, length - (length % page));
  const changes = readAt(copy, 24, 4).readUInt32BE();
  const other = Buffer.alloc(4);
  other.writeUInt32BE((changes ^ 1) >>> 0);
  writeAt(copy, 92, other);
}

/** What a new store of today's schema is, byte by byte: it is always the same. */
function templateIn(folder: string): Buffer {
  const file = path.join(folder, "template.db");
  connect({ database: file, busyTimeoutMs: 1_000 }).close();
  return readFileSync(file);
}

/**
 * The list of tables of a store that was made by today's version lies in the same pages with the same bytes as in a new one. Where most
 * of these are there, the others can be brought back.
 */
function mendFirstPages(copy: string, template: Buffer): string | undefined {
  const size = template.readUInt16BE(16);
  const pages = [1, ...childrenOfFirst(template)];
  const lost = pages.filter((page) => {
    const from = (page - 1) * size + (page === 1 ? 100 : 0);
    const length = size - (page === 1 ? 100 : 0);
    return !readAt(copy, from, length).equals(template.subarray(from, from + length));
  });
  if (lost.length === 0 || lost.length * 2 >= pages.length) return undefined;
  for (const page of lost) {
    // The header of a first page that is there is its own.
    const from = (page - 1) * size;
    writeAt(copy, from, template.subarray(from, from + size));
  }
  trustLength(copy);
  return "The list of its tables was damaged and was written anew.";
}

/** The pages below the first one, which holds the list of tables. */
function childrenOfFirst(template: Buffer): number[] {
  if (template.readUInt8(100) !== 5) return [];
  const cells = template.readUInt16BE(103);
  const pointers = Array.from({ length: cells }, (_, i) => template.readUInt16BE(112 + 2 * i));
  return [...pointers.map((at) => template.readUInt32BE(at)), template.readUInt32BE(108)];
}

function versionOf(db: Database.Database, original: string): number {
  const owner = Number(db.pragma("application_id", { simple: true }));
  const version = Number(db.pragma("user_version", { simple: true }));
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema").pluck().all();
  if (owner !== applicationId || !tables.includes("points")) {
    if ([0, applicationId].includes(owner) && tables.length === 0) {
      throw new Error("it has no tables");
    }
    throw new StoreError(
      "not_a_store",
      `${original} is an SQLite database of another program. Choose another file.`,
    );
  }
  if (version > newestVersion) {
    throw new StoreError(
      "schema_too_new",
      `${original} was written by a newer version of Epochal (schema ${version}; this one knows ${newestVersion}). Update @epochal/store.`,
    );
  }
  if (version < 1) throw new Error("its schema is not said");
  return version;
}

function marksOf(database: string): string {
  const files = [database, `${database}-wal`];
  return files
    .map((file) => statSync(file, { throwIfNoEntry: false }))
    .map((stats) => `${stats?.size} ${stats?.mtimeMs}`)
    .join();
}

function hasHeader(file: string): boolean {
  const header = readAt(file, 0, 100);
  const size = header.readUInt16BE(16);
  return header.toString("latin1", 0, 16) === magic && (size & (size - 1)) === 0;
}

function readAt(file: string, at: number, length: number): Buffer {
  const fd = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(length);
    readSync(fd, bytes, 0, length, at);
    return bytes;
  } finally {
    closeSync(fd);
  }
}

function writeAt(file: string, at: number, bytes: Uint8Array): void {
  const fd = openSync(file, "r+");
  try {
    writeSync(fd, bytes, 0, bytes.length, at);
  } finally {
    closeSync(fd);
  }
}
