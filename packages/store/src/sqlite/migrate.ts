import type { Database } from "better-sqlite3";
import { applicationId } from "../location/inspect-database.ts";
import { copyBefore } from "./copy-before.ts";
import { migrations } from "./migrations.gen.ts";
import { newestVersion, schemaVersion } from "./schema-version.ts";

export interface MigrateArgs {
  /** Whether what is in an older database is copied before it is changed. */
  readonly keepsCopy: boolean;
  /** Is told where the copy is. */
  readonly onCopied: (words: string) => void;
}

/**
 * Brings a database up to date. Safe when several processes open the same new file at once. What is in an older one is copied before.
 *
 * @throws StoreError `not_a_store`, `schema_too_new`, `no_room` where there is none for the copy
 */
export function migrate(db: Database, { keepsCopy, onCopied }: MigrateArgs): void {
  if (schemaVersion(db) === newestVersion) return;
  let words: string | undefined;
  // Set before the transaction, because it does nothing inside one: rebuilding a table must not delete the rows that refer to it.
  db.pragma("foreign_keys = OFF");
  try {
    db.transaction(() => {
      const current = schemaVersion(db);
      if (current === newestVersion) return;
      const copy = current === 0 || !keepsCopy ? undefined : copyBefore(db, current);
      if (copy !== undefined) {
        words = `${db.name} was brought from schema ${current} to ${newestVersion}. How it was before is kept in ${copy}: a purge removes it after 30 days, or remove it when all is well.`;
      }
      applyMigrations(db, current, newestVersion);
      const broken = db.pragma("foreign_key_check") as unknown[];
      if (broken.length > 0) throw new Error(`${db.name}: the migration broke foreign keys`);
    }).immediate();
  } finally {
    db.pragma("foreign_keys = ON");
  }
  if (words !== undefined) onCopied(words);
}

/** Brings the tables from a schema to a later one, and marks the file so. Inside a transaction of the caller. */
export function applyMigrations(db: Database, from: number, to: number): void {
  for (const { version, sql } of migrations) {
    if (version <= from || version > to) continue;
    for (const statement of sql.split("--> statement-breakpoint")) db.exec(statement);
  }
  db.pragma(`application_id = ${applicationId}`);
  db.pragma(`user_version = ${to}`);
}
