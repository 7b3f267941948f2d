import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** How far each journal segment has been read: written in the transaction that stores what was read. */
export const folded = sqliteTable("folded", {
  segment: text().primaryKey(),
  bytes: integer().notNull(),
});
