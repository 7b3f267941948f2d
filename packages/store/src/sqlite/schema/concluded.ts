import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { runs } from "./runs.ts";

/**
 * Conclusions of runs that have ended, computed once. A cache: a row counts only while `rev` is the run's and `rules` is the
 * version of the reader's rules.
 */
export const concluded = sqliteTable(
  "concluded",
  {
    runId: text("run_id")
      .primaryKey()
      .references(() => runs.id, { onDelete: "cascade" }),
    rev: integer().notNull(),
    rules: integer().notNull(),
    /** The rule of its verdict; NULL where it has none. */
    verdict: text(),
    /** JSON, whole. */
    conclusions: text().notNull(),
  },
  (table) => [index("concluded_by_verdict").on(table.verdict, table.runId, table.rev, table.rules)],
);
