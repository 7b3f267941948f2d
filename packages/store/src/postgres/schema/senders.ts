import { bigint, pgTable, text } from "drizzle-orm/pg-core";

/** Journals that come over the network: who began one is the only one who goes on with it. */
export const senders = pgTable("senders", {
  journal: text().primaryKey(),
  /** The token that began it. */
  token: text().notNull(),
  /** The projects of that token, a JSON array; NULL for all. */
  projects: text(),
  begunMs: bigint("begun_ms", { mode: "number" }).notNull(),
});
