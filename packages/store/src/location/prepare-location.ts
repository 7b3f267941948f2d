import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { StoreError } from "../store-error.ts";
import { inspectDatabase } from "./inspect-database.ts";
import type { StoreLocation } from "./store-location.ts";

/** Whether there is a store that can only be read here: neither can its journals be written, nor what SQLite needs beside it. */
export function canOnlyBeRead({ database, journal }: StoreLocation): boolean {
  if (!inspectDatabase(database)) return false;
  const hasLog = isWritable(`${database}-shm`, constants.W_OK);
  const folders = [path.dirname(database), ...(existsSync(journal) ? [journal] : [])];
  const closed = folders.filter((folder) => !isWritable(folder, constants.W_OK | constants.X_OK));
  return closed.includes(journal) || (closed.length > 0 && !(hasLog && existsSync(journal)));
}

function isWritable(file: string, how: number): boolean {
  try {
    accessSync(file, how);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes the folders of a new store, which only the user can read. It makes nothing for a file that exists already.
 *
 * @param create whether a store may be made where there is none
 * @throws StoreError `invalid_location` where the path cannot be a file's or cannot be written, `not_a_store`, `store_not_found`
 */
export function prepareLocation({ database, journal }: StoreLocation, create: boolean): void {
  const isThere = inspectDatabase(database);
  if (!isThere && !create) {
    const why = existsSync(database) ? ": the file is empty" : "";
    throw new StoreError("store_not_found", `There is no store at ${database}${why}.`);
  }
  try {
    if (!isThere) mkdirSync(journal, { recursive: true, mode: 0o700 });
    const folder = existsSync(journal) ? journal : path.dirname(database);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StoreError(
      "invalid_location",
      `Cannot write to ${path.dirname(database)}: ${(error as Error).message}.`,
      { cause: error },
    );
  }
}
