import type { Database } from "better-sqlite3";
import { StoreError } from "../store-error.ts";
import { PostgresError } from "./connection/postgres-error.ts";
import { migrate, versionOf } from "./migrate.ts";
import { PostgresDatabase } from "./postgres-database.ts";
import { shownUrl } from "./shown-url.ts";

export interface ConnectArgs {
  readonly url: string;
  /** How long a change waits for others, in milliseconds. */
  readonly busyTimeoutMs: number;
}

/**
 * Opens a database of a PostgreSQL server and brings it up to date. It can be asked all that the reads and writes of the store ask.
 *
 * @throws StoreError `not_a_store`, `schema_too_new`, `store_busy` where the server cannot be reached or others hold it, `invalid_location`
 */
export function connect({ url, busyTimeoutMs }: ConnectArgs): Database {
  const db = new PostgresDatabase({ url, name: shownUrl(url), busyTimeoutMs });
  try {
    migrate(db);
    // As much of its interface as the store uses, which a type cannot say of a class with private parts.
    return db as unknown as Database;
  } catch (error) {
    db.close();
    throw asStoreError(db.name, error);
  }
}

/** Whether there is a store in a database. @throws StoreError as `connect` does */
export function hasStore(url: string): boolean {
  const db = new PostgresDatabase({ url, name: shownUrl(url), busyTimeoutMs: 5_000 });
  try {
    return versionOf(db) > 0;
  } catch (error) {
    throw asStoreError(db.name, error);
  } finally {
    db.close();
  }
}

/** An error of the server as one of the store. */
export function asStoreError(name: string, error: unknown): unknown {
  if (!(error instanceof PostgresError)) return error;
  const reason = error.message.replace(/\.$/, "");
  if (error.isBusy) {
    return new StoreError("store_busy", `${name} is held by another program: ${reason}.`, {
      cause: error,
    });
  }
  if (error.isAway) {
    return new StoreError("store_busy", `${name} cannot be reached: ${reason}.`, { cause: error });
  }
  return new StoreError("invalid_location", `Cannot open ${name}: ${reason}.`, { cause: error });
}
