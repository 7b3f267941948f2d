import type { Database } from "better-sqlite3";
import { applicationId } from "../location/inspect-database.ts";
import { StoreError } from "../store-error.ts";
import { migrations } from "./migrations.gen.ts";

/** The schema that this program makes and understands. */
export const newestVersion = migrations.at(-1)?.version ?? 0;

/**
 * Which schema a database has; 0 where it is still empty. Changes nothing.
 *
 * @throws StoreError `not_a_store`, `schema_too_new`
 */
export function schemaVersion(db: Database): number {
  // Read in one transaction, because another process may be making the tables just now.
  const { version, owner, tables } = db
    .transaction(() => ({
      version: Number(db.pragma("user_version", { simple: true })),
      owner: Number(db.pragma("application_id", { simple: true })),
      tables: db.prepare("SELECT count(*) FROM sqlite_schema").pluck().get(),
    }))
    .deferred();
  const isEmpty = owner === 0 && version === 0 && tables === 0;
  if (owner !== applicationId && !isEmpty) {
    throw new StoreError(
      "not_a_store",
      `${db.name} is an SQLite database of another program. Choose another file.`,
    );
  }
  if (version > newestVersion) {
    throw new StoreError(
      "schema_too_new",
      `${db.name} was written by a newer version of Epochal (schema ${version}; this one knows ${newestVersion}). Update @epochal/store.`,
    );
  }
  return version;
}
