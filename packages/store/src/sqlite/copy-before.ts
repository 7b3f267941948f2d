import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
} from "node:fs";
import path from "node:path";
import { formatBytes } from "@epochal/conclusions";
import Database from "better-sqlite3";
import { StoreError } from "../store-error.ts";

/** Set to `off`, no copy is made: for who has one already, or no room. */
const variable = "EPOCHAL_COPY";

/**
 * Copies a database before it is brought to a newer schema: beside it, for nobody but the user, whole or not at all. Whoever calls
 * holds the lock of the database, so that nobody writes to it and nobody else makes the copy.
 *
 * @returns the copy's path; undefined where there is nothing to lose, or no copy is wanted
 * @throws StoreError `no_room` where it cannot be made
 */
export function copyBefore(db: Database.Database, version: number): string | undefined {
  if (!isCopyWanted(db)) return undefined;
  const file = freeName(db, version);
  if (existsSync(file)) return file;
  const part = `${db.name}.schema-part`;
  try {
    assertRoom(db);
    rmSync(part, { force: true });
    // SQLite would make it readable for others.
    closeSync(openSync(part, "wx", 0o600));
    // Through a connection of its own: a transaction cannot copy what it is in.
    const reader = new Database(db.name, { readonly: true });
    try {
      reader.prepare("VACUUM INTO ?").run(part);
    } finally {
      reader.close();
    }
    sync(part);
    renameSync(part, file);
    return file;
  } catch (error) {
    rmSync(part, { force: true });
    throw new StoreError(
      "no_room",
      `${db.name} is of an older version (schema ${version}), and the copy that is made before it is changed cannot be made: ${(error as Error).message}. Nothing was changed. Make room beside it, or copy it yourself and set ${variable}=off.`,
      { cause: error },
    );
  }
}

/** Not where there is nothing to lose, nor where somebody says so. */
export function isCopyWanted(db: Database.Database): boolean {
  if (process.env[variable] === "off") return false;
  return db.prepare("SELECT 1 FROM runs LIMIT 1").get() !== undefined;
}

/** Of the same content there is one copy. What was copied once is not written over: it may be another file's that stood here. */
export function freeName(db: Database.Database, version: number): string {
  const revision = revisionOf(db);
  for (let i = 1; ; i++) {
    const file = `${db.name}.schema-${version}${i === 1 ? "" : `-${i}`}`;
    if (!existsSync(file) || revisionOfFile(file) === revision) return file;
  }
}

function revisionOfFile(file: string): number | undefined {
  const db = new Database(file, { readonly: true });
  try {
    return revisionOf(db);
  } catch {
    return undefined;
  } finally {
    db.close();
  }
}

function revisionOf(db: Database.Database): number | undefined {
  return db.prepare<[], number>("SELECT rev FROM clock").pluck().get();
}

export function assertRoom(db: Database.Database): void {
  const pages = ["page_count", "page_size"].map((of) => Number(db.pragma(of, { simple: true })));
  const wanted = pages.reduce((product, each) => product * each, 1);
  const { bavail, bsize } = statfsSync(path.dirname(db.name));
  if (bavail * bsize > wanted) return;
  throw new Error(`it takes ${formatBytes(wanted)}, and ${formatBytes(bavail * bsize)} are free`);
}

export function sync(file: string): void {
  const fd = openSync(file, "r+");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
