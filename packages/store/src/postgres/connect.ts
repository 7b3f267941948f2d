import type { Database } from "better-sqlite3";
import { StoreError, type StoreErrorCode } from "../store-error.ts";
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
  const { code, said } = sayingOf(error);
  return new StoreError(code, `${name} ${said}: ${reason}.${hintOf(error)}`, { cause: error });
}

function sayingOf(error: PostgresError): { readonly code: StoreErrorCode; readonly said: string } {
  if (error.isBusy) return { code: "store_busy", said: "is held by another program" };
  if (error.isAway) return { code: "store_busy", said: "cannot be reached" };
  if (error.code === "57014")
    return { code: "store_busy", said: "was not given the time to answer" };
  return { code: "invalid_location", said: "cannot be opened" };
}

/** What to do about it, where that is known. */
function hintOf({ code, message }: PostgresError): string {
  const hint = hints.find(([pattern]) => pattern.test(`${code} ${message}`))?.[1];
  return hint === undefined ? "" : ` ${hint}`;
}

const hints: readonly (readonly [RegExp, string])[] = [
  [/^42501 .*for database/, "Let the store's user own the database: it makes a schema in it."],
  [/^3D000/, "Make it first: CREATE DATABASE … OWNER …."],
  [/^25006/, "It may only be read, as a standby. A store needs a server that can be written."],
  [
    /^53300/,
    "A program that records keeps two connections, one that reads up to three more, a dashboard up to ten.",
  ],
  [
    /certificate|^(?:CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS)/,
    "Name the authority that the server's certificate is of, in the address: sslrootcert=/path/to/ca.crt. With sslmode=no-verify anybody may be that server.",
  ],
  [/does not support SSL/, "Without sslmode in the address nothing is encrypted on the way."],
];
