import { bigint, pgTable, text } from "drizzle-orm/pg-core";

/** How far each part of a journal has been read: written in the transaction that stores what was read. */
export const folded = pgTable("folded", {
  segment: text().primaryKey(),
  bytes: bigint({ mode: "number" }).notNull(),
});
