import { bigint, pgTable, text } from "drizzle-orm/pg-core";
import { runs } from "./runs.ts";

/**
 * Conclusions of runs that have ended, computed once. A cache: a row counts only while `rev` is the run's and `rules` is the
 * version of the reader's rules.
 */
export const concluded = pgTable("concluded", {
  runId: text("run_id")
    .primaryKey()
    .references(() => runs.id, { onDelete: "cascade" }),
  rev: bigint({ mode: "number" }).notNull(),
  rules: bigint({ mode: "number" }).notNull(),
  /** JSON, whole. */
  conclusions: text().notNull(),
});
