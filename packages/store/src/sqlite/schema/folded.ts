import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** How far each part of a journal has been read: written in the transaction that stores what was read. */
export const folded = sqliteTable("folded", {
  segment: text().primaryKey(),
  bytes: integer().notNull(),
});
