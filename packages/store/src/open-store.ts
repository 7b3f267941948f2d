import { assertSupportedNode } from "./assert-supported-node.ts";
import { prepareLocation } from "./location/prepare-location.ts";
import { storeLocation } from "./location/store-location.ts";
import { Problems } from "./problems.ts";
import { ReadConnection } from "./sqlite/read-connection.ts";
import { SqliteStore } from "./sqlite/sqlite-store.ts";
import type { Store } from "./store.ts";
import { StoreError } from "./store-error.ts";

export interface OpenStoreOptions {
  /**
   * Is told, once each, what went wrong while recording. Recording itself never throws.
   *
   * @default `process.emitWarning`
   */
  readonly onError?: (error: Error) => void;
}

/** A locked database is opened later, by the folding thread; only so long is it waited for here, in milliseconds. */
const patienceMs = 200;

/**
 * Opens the store in an SQLite file, and makes it where it is missing.
 *
 * A file that is locked just now is no obstacle: runs can be started and logged at once, and what they log waits in the
 * journal beside the file.
 *
 * @param location path of the file; by default the environment's `EPOCHAL_STORE`, else `.epochal/runs.db` in the working directory
 * @throws StoreError `unsupported_node`, `invalid_location`, `not_a_store`, `schema_too_new`
 * @throws TypeError where an argument is of the wrong type
 */
export async function openStore(location?: string, options: OpenStoreOptions = {}): Promise<Store> {
  assertSupportedNode();
  const { onError = warn } = options;
  if (typeof onError !== "function") {
    throw new TypeError(`openStore: onError must be a function. Received: ${typeof onError}`);
  }
  const place = storeLocation(location);
  prepareLocation(place);
  const connection = new ReadConnection(place.database);
  try {
    connection.open(patienceMs);
  } catch (error) {
    if (!(error instanceof StoreError && error.code === "store_busy")) throw error;
  }
  return new SqliteStore({ location: place, connection, problems: new Problems(onError) });
}

function warn(error: Error): void {
  process.emitWarning(error.message, "EpochalWarning");
}
