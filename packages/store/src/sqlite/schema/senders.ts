import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Journals that come over the network: who began one is the only one who goes on with it. */
export const senders = sqliteTable("senders", {
  journal: text().primaryKey(),
  /** The token that began it. */
  token: text().notNull(),
  /** The projects of that token, a JSON array; NULL for all. */
  projects: text(),
  begunMs: integer("begun_ms").notNull(),
});
