import type { Database } from "better-sqlite3";
import { applicationId } from "../location/inspect-database.ts";
import { migrations } from "./migrations.gen.ts";
import { newestVersion, schemaVersion } from "./schema-version.ts";

/**
 * Brings a database up to date. Safe when several processes open the same new file at once.
 *
 * @throws StoreError `not_a_store`, `schema_too_new`
 */
export function migrate(db: Database): void {
  if (schemaVersion(db) === newestVersion) return;
  // Set before the transaction, because it does nothing inside one: rebuilding a table must not delete the rows that refer to it.
  db.pragma("foreign_keys = OFF");
  try {
    db.transaction(() => {
      const current = schemaVersion(db);
      if (current === newestVersion) return;
      for (const { version, sql } of migrations) {
        if (version <= current) continue;
        for (const statement of sql.split("--> statement-breakpoint")) db.exec(statement);
      }
      const broken = db.pragma("foreign_key_check") as unknown[];
      if (broken.length > 0) throw new Error(`${db.name}: the migration broke foreign keys`);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${newestVersion}`);
    }).immediate();
  } finally {
    db.pragma("foreign_keys = ON");
  }
}
