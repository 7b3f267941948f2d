import { postgresLocation } from "../location/postgres-location.ts";
import { hasStore } from "../postgres/connect.ts";
import { shownUrl } from "../postgres/shown-url.ts";
import { Problems } from "../problems.ts";
import type { Store } from "../store.ts";
import { StoreError } from "../store-error.ts";
import { LocalStore } from "./local-store.ts";
import type { OpenSqliteStoreArgs } from "./open-sqlite-store.ts";
import { ServerConnection } from "./server-connection.ts";
import { ServerDatabase } from "./server-database.ts";

type OpenPostgresStoreArgs = Pick<OpenSqliteStoreArgs, "create" | "onError" | "lease"> & {
  readonly url: string;
};

/** What `openStore` does for a PostgreSQL server. One that cannot be reached is no obstacle: what is recorded waits for it. */
export async function openPostgresStore({
  url,
  create = true,
  onError,
  lease,
}: OpenPostgresStoreArgs): Promise<Store> {
  const location = postgresLocation(url);
  const name = shownUrl(url);
  const problems = new Problems(onError);
  if (!create && !hasStore(url)) {
    throw new StoreError("store_not_found", `There is no store in ${name}.`);
  }
  const connection = new ServerConnection(location, name, lease);
  try {
    connection.open();
  } catch (error) {
    if (!(error instanceof StoreError && error.code === "store_busy")) throw error;
    problems.report("database", `${error.message} Runs are recorded, and wait for it.`, error);
  }
  const database = new ServerDatabase(url, name, connection);
  return new LocalStore({ location, database, problems, lease });
}
