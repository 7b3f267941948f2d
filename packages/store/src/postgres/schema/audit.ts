import { bigint, pgTable, text } from "drizzle-orm/pg-core";

/** What was done through the dashboard's server, and by whom. */
export const audit = pgTable("audit", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  atMs: bigint("at_ms", { mode: "number" }).notNull(),
  /** The name of a token, or of somebody at this machine. */
  who: text().notNull(),
  action: text().notNull(),
  what: text().notNull(),
  /** The address that it came from; NULL where it came from this machine's command line. */
  origin: text(),
});
