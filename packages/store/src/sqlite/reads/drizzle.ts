import type { Database } from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";

export type Drizzle = BetterSQLite3Database;

/** The query builder over a connection: for what is read seldom and needs no speed. */
export function withDrizzle(db: Database): Drizzle {
  return drizzle(db);
}
