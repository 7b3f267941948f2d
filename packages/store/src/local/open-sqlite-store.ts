import type { Lease } from "../lease/lease.ts";
import { canOnlyBeRead, prepareLocation } from "../location/prepare-location.ts";
import { storeLocation } from "../location/store-location.ts";
import { Problems } from "../problems.ts";
import { copyAhead, largeBytes } from "../sqlite/copy-ahead.ts";
import type { Store } from "../store.ts";
import { StoreError } from "../store-error.ts";
import { adoptJournals } from "./adopt-journals.ts";
import { LocalStore } from "./local-store.ts";
import { ReadConnection } from "./read-connection.ts";
import { ReadOnlyStore } from "./read-only-store.ts";
import { SqliteDatabase } from "./sqlite-database.ts";

export interface OpenSqliteStoreArgs {
  readonly location: string | undefined;
  /** Whether a store is made where there is none. */
  readonly create?: boolean;
  readonly onError: (error: Error) => void;
  /** From how many bytes on a database of an older version is copied before it is opened. Only tests have another. */
  readonly copyAheadBytes?: number;
  /** The waiting times. Only tests have others than the usual ones. */
  readonly lease: Lease;
}

/** How long opening waits for a locked database, in milliseconds. After that the folding thread opens it later. */
const patienceMs = 200;

/** What `openStore` does for an SQLite file. */
export async function openSqliteStore({
  location,
  create = true,
  onError,
  lease,
  copyAheadBytes = largeBytes,
}: OpenSqliteStoreArgs): Promise<Store> {
  const place = storeLocation(location);
  const problems = new Problems(onError);
  if (canOnlyBeRead(place)) return new ReadOnlyStore({ location: place, problems, lease });
  prepareLocation(place, create);
  adoptJournals(place, problems);
  const tell = (words: string) => problems.report(words, words);
  await copyAhead({ database: place.database, from: copyAheadBytes, tell });
  const connection = new ReadConnection(place, lease, problems);
  try {
    connection.open(patienceMs);
  } catch (error) {
    // A file that cannot be written, and is of an older version or has no log yet.
    if (isReadOnly(error)) return new ReadOnlyStore({ location: place, problems, lease });
    if (!(error instanceof StoreError && error.code === "store_busy")) throw error;
  }
  const database = new SqliteDatabase(place, connection);
  return new LocalStore({ location: place, database, problems, lease });
}

function isReadOnly(error: unknown): boolean {
  const { cause } = error as { readonly cause?: { readonly code?: unknown } };
  return String(cause?.code).startsWith("SQLITE_READONLY");
}
