import type { Database } from "better-sqlite3";
import { StoreError } from "../store-error.ts";
import { migrations } from "./migrations.gen.ts";

/** "EPOC", in the place that SQLite's file header has for whose file it is. */
const applicationId = 0x45504f43;
const newest = migrations.at(-1)?.version ?? 0;

/**
 * Brings a database up to date. Safe when several processes open the same new file at once.
 *
 * @throws StoreError `schema_too_new`, `not_a_store`
 */
export function migrate(db: Database): void {
  if (isUpToDate(db)) return;
  // Does nothing inside a transaction, so before it: a table that is built anew must not delete what refers to it.
  db.pragma("foreign_keys = OFF");
  try {
    db.transaction(() => {
      if (isUpToDate(db)) return;
      const current = version(db);
      for (const migration of migrations) {
        if (migration.version <= current) continue;
        for (const statement of migration.sql.split("--> statement-breakpoint")) db.exec(statement);
      }
      const broken = db.pragma("foreign_key_check") as unknown[];
      if (broken.length > 0) throw new Error(`${db.name}: the migration broke foreign keys`);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${newest}`);
    }).immediate();
  } finally {
    db.pragma("foreign_keys = ON");
  }
}

function version(db: Database): number {
  return Number(db.pragma("user_version", { simple: true }));
}

function isUpToDate(db: Database): boolean {
  const current = version(db);
  const owner = Number(db.pragma("application_id", { simple: true }));
  if (owner !== applicationId) {
    const tables = db.prepare("SELECT count(*) FROM sqlite_schema").pluck().get();
    if (owner !== 0 || current !== 0 || tables !== 0) {
      throw new StoreError(
        "not_a_store",
        `${db.name} is an SQLite database of another program. Choose another file.`,
      );
    }
  }
  if (current > newest) {
    throw new StoreError(
      "schema_too_new",
      `${db.name} was written by a newer version of Epochal (schema ${current}; this one knows ${newest}). Update @epochal/store.`,
    );
  }
  return current === newest;
}
