import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Which keys a run has logged, once for all runs that have logged the same: what many runs have is counted by it. Triggers keep it. */
export const keySets = sqliteTable("key_sets", {
  id: integer().primaryKey(),
  /** A JSON array of the keys in their order. */
  keys: text().notNull().unique(),
});
