import { bigint, pgTable } from "drizzle-orm/pg-core";

/** One row. Ticks once per transaction that changes a run, so that a reader knows what is new to it. */
export const clock = pgTable("clock", {
  id: bigint({ mode: "number" }).primaryKey(),
  rev: bigint({ mode: "number" }).notNull(),
});
