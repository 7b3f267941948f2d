import { bigint, index, pgTable, text } from "drizzle-orm/pg-core";

/** Runs that were removed for good, by whomever: their lines in journals bring nothing back. */
export const purged = pgTable(
  "purged",
  {
    id: text().primaryKey(),
    purgedMs: bigint("purged_ms", { mode: "number" }).notNull(),
    /** Tick of the clock that removed it. */
    rev: bigint({ mode: "number" }).notNull(),
  },
  (table) => [index("purged_by_rev").on(table.rev)],
);
