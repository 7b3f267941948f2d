import { StoreError } from "../store-error.ts";
import { migrations } from "./migrations.gen.ts";
import type { PostgresDatabase } from "./postgres-database.ts";

const newest = migrations.at(-1)?.version ?? 0;
/** Those who open a new database at once take turns. */
const migratorsLock = 0x45706f64;

/** @throws StoreError `schema_too_new`, `invalid_location` where the server is too old or knows too few letters */
export function migrate(db: PostgresDatabase): void {
  if (versionOf(db) === newest) return;
  assertServer(db);
  db.exec(`SELECT pg_advisory_lock(${migratorsLock})`);
  try {
    db.transaction(() => {
      const current = versionOf(db);
      db.exec(
        "CREATE SCHEMA IF NOT EXISTS epochal; CREATE TABLE IF NOT EXISTS migrated (version bigint NOT NULL)",
      );
      for (const { version, sql } of migrations) {
        if (version <= current) continue;
        for (const statement of sql.split("--> statement-breakpoint")) db.exec(statement);
      }
      db.exec(`DELETE FROM migrated; INSERT INTO migrated VALUES (${newest})`);
    }).immediate();
  } finally {
    db.exec(`SELECT pg_advisory_unlock(${migratorsLock})`);
  }
}

/** 0 where it has no tables yet. */
export function versionOf(db: PostgresDatabase): number {
  const isThere = db.prepare("SELECT to_regclass('epochal.migrated') IS NOT NULL").pluck().get();
  if (isThere !== 1) return 0;
  const version = Number(
    db.prepare("SELECT coalesce(max(version), 0) FROM migrated").pluck().get(),
  );
  if (version <= newest) return version;
  throw new StoreError(
    "schema_too_new",
    `${db.name} was written by a newer version of Epochal (schema ${version}; this one knows ${newest}). Update @epochal/store.`,
  );
}

function assertServer(db: PostgresDatabase): void {
  const version = Number(db.prepare("SELECT current_setting('server_version_num')").pluck().get());
  const encoding = db.prepare("SELECT current_setting('server_encoding')").pluck().get();
  if (version < 150_000) {
    const told = Math.floor(version / 10_000);
    throw new StoreError(
      "invalid_location",
      `${db.name} is PostgreSQL ${told}. A store needs 15 or newer.`,
    );
  }
  if (encoding !== "UTF8") {
    throw new StoreError(
      "invalid_location",
      `${db.name} has the encoding ${String(encoding)}. A store needs a database with the encoding UTF8.`,
    );
  }
}
