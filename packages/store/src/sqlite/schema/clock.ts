import { integer, sqliteTable } from "drizzle-orm/sqlite-core";

/** One row. Ticks once per transaction that changes a run, so that a reader knows what is new to it. */
export const clock = sqliteTable("clock", {
  id: integer().primaryKey(),
  rev: integer().notNull(),
});
