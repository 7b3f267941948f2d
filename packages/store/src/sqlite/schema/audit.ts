import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What was done through the dashboard's server, and by whom. */
export const audit = sqliteTable("audit", {
  id: integer().primaryKey(),
  atMs: integer("at_ms").notNull(),
  /** The name of a token, or of somebody at this machine. */
  who: text().notNull(),
  action: text().notNull(),
  what: text().notNull(),
  /** The address that it came from; NULL where it came from this machine's command line. */
  origin: text(),
});
