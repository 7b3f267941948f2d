import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { runs } from "./runs.ts";

/**
 * Conclusions of runs that have ended, computed once. A cache: a row counts only while `rev` is the run's and `rules` is the
 * version of the reader's rules.
 */
export const concluded = sqliteTable("concluded", {
  runId: text("run_id")
    .primaryKey()
    .references(() => runs.id, { onDelete: "cascade" }),
  rev: integer().notNull(),
  rules: integer().notNull(),
  /** JSON, whole. */
  conclusions: text().notNull(),
});
