import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { runs } from "./runs.ts";

/**
 * What followed from runs that have ended, as it was computed once. A cache: a row counts only while `rev` is the run's and `rules`
 * the version of the rules that the reader has.
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
