import { closeSync, openSync, readSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { StoreError } from "../store-error.ts";

/** "EPOC", in the place that SQLite's file header has for whose file it is. */
export const applicationId = 0x45504f43;

/** Bytes of the header of an SQLite file, and of the table of contents that follows it. */
const headerBytes = 112;

/**
 * Finds out whether a file can be a store, without SQLite, which would leave files beside somebody else's file and wait for
 * ever for a pipe.
 *
 * @returns whether there is something in it
 * @throws StoreError `invalid_location` where it is no file or cannot be read, `not_a_store` where it is a file of another program
 */
export function inspectDatabase(database: string): boolean {
  try {
    const stats = statSync(database, { throwIfNoEntry: false });
    if (stats === undefined) return false;
    if (!stats.isFile())
      throw new StoreError("invalid_location", `${database} is ${nameOf(stats, database)}`);
    if (stats.size === 0) return false;
    const header = readHeader(database);
    if (header.toString("latin1", 0, 16) !== "SQLite format 3\0") {
      throw new StoreError(
        "not_a_store",
        `${database} is not a usable SQLite database. Choose another file.`,
      );
    }
    if (isOfAnother(header)) {
      throw new StoreError(
        "not_a_store",
        `${database} is an SQLite database of another program. Choose another file.`,
      );
    }
    return true;
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(
      "invalid_location",
      `Cannot read ${database}: ${(error as Error).message}.`,
      {
        cause: error,
      },
    );
  }
}

function nameOf(stats: Stats, database: string): string {
  if (stats.isDirectory()) {
    return `a folder. Give the path of a file, such as ${path.join(database, "runs.db")}.`;
  }
  const kind = stats.isFIFO() ? "a pipe" : stats.isSocket() ? "a socket" : "a device";
  return `${kind}. Give the path of a file.`;
}

function readHeader(database: string): Buffer {
  const fd = openSync(database, "r");
  try {
    const header = Buffer.alloc(headerBytes);
    readSync(fd, header, 0, headerBytes, 0);
    return header;
  } finally {
    closeSync(fd);
  }
}

/** A store's mark and its tables come in one transaction: a file with tables and without the mark is somebody else's. */
function isOfAnother(header: Buffer): boolean {
  const owner = header.readUInt32BE(68);
  const isInnerPage = header.readUInt8(100) === 5;
  const entries = header.readUInt16BE(103);
  return owner !== applicationId && (owner !== 0 || isInnerPage || entries > 0);
}
