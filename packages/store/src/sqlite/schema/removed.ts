import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Parts of journals that were removed, for a while: one that comes back, because its writer lives after all, is not read twice. */
export const removed = sqliteTable("removed", {
  segment: text().primaryKey(),
  /** How far it had been read. */
  bytes: integer().notNull(),
  removedMs: integer("removed_ms").notNull(),
});
