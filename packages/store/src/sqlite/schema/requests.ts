import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { runs } from "./runs.ts";

/** A request to a run that trains. */
export const requests = sqliteTable(
  "requests",
  {
    id: text().primaryKey(),
    runId: text("run_id")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    atMs: integer("at_ms").notNull(),
    /** `stop` or `save_weights`. */
    want: text().notNull(),
    /** Who asked. */
    by: text().notNull(),
    /** When training obeyed; NULL while it has not. */
    takenMs: integer("taken_ms"),
  },
  (table) => [index("requests_open").on(table.runId).where(sql`taken_ms IS NULL`)],
);
