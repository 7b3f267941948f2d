import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Runs that were removed for good, by whomever: their lines in journals bring nothing back. */
export const purged = sqliteTable(
  "purged",
  {
    id: text().primaryKey(),
    purgedMs: integer("purged_ms").notNull(),
    /** Tick of the clock that removed it. */
    rev: integer().notNull(),
  },
  (table) => [index("purged_by_rev").on(table.rev)],
);
