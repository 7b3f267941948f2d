import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { runs } from "./runs.ts";

/** Decisions and incidents of a run, in the order they were recorded. */
export const events = sqliteTable(
  "events",
  {
    runId: text("run_id")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    seq: integer().notNull(),
    atMs: integer("at_ms").notNull(),
    type: text().notNull(),
    /** JSON, whole. */
    event: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.seq] })],
);
