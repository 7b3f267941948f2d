import { bigint, pgTable, text } from "drizzle-orm/pg-core";

/** Parts of journals that were removed, for a while: one that comes back, because its writer lives after all, is not read twice. */
export const removed = pgTable("removed", {
  segment: text().primaryKey(),
  /** How far it had been read. */
  bytes: bigint({ mode: "number" }).notNull(),
  removedMs: bigint("removed_ms", { mode: "number" }).notNull(),
});
