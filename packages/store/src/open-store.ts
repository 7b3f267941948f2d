import { writeSync } from "node:fs";
import { printable } from "@epochal/record";
import { assertSupportedNode } from "./assert-supported-node.ts";
import { usualLease } from "./lease/lease.ts";
import { type OpenSqliteStoreArgs, openSqliteStore } from "./local/open-sqlite-store.ts";
import { isPostgresUrl } from "./location/postgres-location.ts";
import type { OpenStoreOptions } from "./open-store-options.ts";
import { takeOptions } from "./options/take-options.ts";
import { isProcessEnding } from "./recording/watch-exit.ts";
import { isDashboardUrl } from "./remote/is-dashboard-url.ts";
import type { Store } from "./store.ts";
import type { StoreTypes } from "./store-types.ts";

/**
 * Opens the store in an SQLite file or in a database of a PostgreSQL server, and makes it where it is missing; or records into a
 * dashboard elsewhere, with the token of the environment's `EPOCHAL_TOKEN`.
 *
 * A file that is locked just now, or a server that cannot be reached, is no obstacle: runs can be started and logged at once, and what
 * they log waits in the journal beside the file, or in `.epochal/postgres` of the working directory.
 *
 * A dashboard elsewhere is read and changed there: from here runs are recorded into it. They wait in `.epochal/outbox` where it cannot be
 * reached, and are sent by the next program or by `epochal sync`.
 *
 * @param location path of the file, `postgres://user:password@host:5432/database`, or a dashboard's `https://…`; by default the environment's `EPOCHAL_STORE`, else its `EPOCHAL_URL`, else `.epochal/runs.db` in the working directory
 * @typeParam Types what its runs are made of, so that a mistyped key of a config or a metric does not compile
 * @throws StoreError `unsupported_node`, `invalid_location`, `not_a_store`, `schema_too_new`; `store_not_found` with `create: false`
 * @throws TypeError where an argument is of the wrong type
 */
export async function openStore<Types extends StoreTypes = StoreTypes>(
  location?: string,
  options: OpenStoreOptions = {},
): Promise<Store<Types>> {
  assertSupportedNode();
  const { onError = warn, create = true } = takeOptions("openStore", options);
  if (typeof onError !== "function") {
    throw new TypeError(`openStore: onError must be a function. Received: ${typeof onError}`);
  }
  const args = { create, onError, lease: usualLease };
  const { EPOCHAL_STORE, EPOCHAL_URL } = process.env;
  const given = location || EPOCHAL_STORE || EPOCHAL_URL;
  const store = isPostgresUrl(given)
    ? await openOnServer(given, args)
    : isDashboardUrl(given)
      ? await openElsewhere(given, args)
      : await openSqliteStore({ ...args, location });
  // The types are the compiler's alone: what is stored is the same.
  return store as unknown as Store<Types>;
}

/** Loaded at first use: most stores are files. */
async function openOnServer(url: string, args: Omit<OpenSqliteStoreArgs, "location">) {
  const { openPostgresStore } = await import("./local/open-postgres-store.ts");
  return openPostgresStore({ ...args, url });
}

async function openElsewhere(url: string, args: Pick<OpenSqliteStoreArgs, "onError" | "lease">) {
  const { openRemoteStore } = await import("./remote/open-remote-store.ts");
  return openRemoteStore({ ...args, url });
}

function warn(error: Error): void {
  const message = printable(error.message);
  // Node.js prints a warning in the next turn of the event loop; at the end of a process there is none.
  if (isProcessEnding()) writeSync(2, `(node:${process.pid}) EpochalWarning: ${message}\n`);
  else process.emitWarning(message, "EpochalWarning");
}
