import { closeSync, openSync } from "node:fs";
import Database from "better-sqlite3";
import { StoreError } from "../store-error.ts";
import { isBusy } from "./is-busy.ts";
import { migrate } from "./migrate.ts";
import { schemaVersion } from "./schema-version.ts";

export interface ConnectArgs {
  /** Path of the database file. */
  readonly database: string;
  /** How long a statement waits for another connection, in milliseconds. */
  readonly busyTimeoutMs: number;
  /** Whether a database is copied before it is brought up to date. @default true */
  readonly keepsCopy?: boolean;
  /** Is told where the copy of a database is that was brought up to date. */
  readonly onCopied?: (words: string) => void;
}

/**
 * Opens a database and brings it up to date. Waits no longer than about `busyTimeoutMs` where it is locked.
 *
 * @throws StoreError `not_a_store`, `schema_too_new`, `store_busy`, `no_room`, `invalid_location`
 */
export function connect({
  database,
  busyTimeoutMs,
  keepsCopy = true,
  onCopied = () => {},
}: ConnectArgs): Database.Database {
  const deadline = Date.now() + busyTimeoutMs;
  let db: Database.Database | undefined;
  try {
    createPrivateFile(database);
    db = new Database(database, { timeout: busyTimeoutMs });
    for (;;) {
      try {
        // First of all, because the rest would change a database of another program.
        if (schemaVersion(db) === 0) letItShrink(db);
        turnOnWriteAheadLog(db);
        migrate(db, { keepsCopy, onCopied });
        return db;
      } catch (error) {
        // Two processes that make a new file at once collide here, whatever the busy timeout is.
        if (!isBusy(error) || Date.now() >= deadline) throw error;
        sleep(5 + Math.random() * 20);
      }
    }
  } catch (error) {
    db?.close();
    throw asStoreError(database, error);
  }
}

/** Only an empty file can be set so at no cost: an older one must be rewritten, which `purge` does. */
function letItShrink(db: Database.Database): void {
  db.pragma("auto_vacuum = INCREMENTAL");
}

function turnOnWriteAheadLog(db: Database.Database): void {
  // It asks first, because setting the mode needs a lock even where nothing changes.
  if (db.pragma("journal_mode", { simple: true }) !== "wal") db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  db.pragma("foreign_keys = ON");
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function asStoreError(database: string, error: unknown): unknown {
  if (error instanceof StoreError) return error;
  if (isBusy(error)) {
    return new StoreError("store_busy", `${database} is locked by another program.`, {
      cause: error,
    });
  }
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const reason = error instanceof Error ? error.message : String(error);
  if (code === "SQLITE_NOTADB" || code.startsWith("SQLITE_CORRUPT")) {
    return new StoreError(
      "not_a_store",
      `${database} is not a usable SQLite database: ${reason}.`,
      {
        cause: error,
      },
    );
  }
  return new StoreError("invalid_location", `Cannot open ${database}: ${reason}.`, {
    cause: error,
  });
}

/**
 * Makes an empty file that only the user can read; SQLite would make it readable for others.
 *
 * It does not even open an existing file: closing it would end the locks that SQLite has on it in this process.
 */
function createPrivateFile(file: string): void {
  try {
    closeSync(openSync(file, "wx", 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
