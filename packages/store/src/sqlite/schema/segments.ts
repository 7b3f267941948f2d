import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { runs } from "./runs.ts";

/** The earlier segments of resumed runs. The newest segment of a run is in `runs`. */
export const segments = sqliteTable(
  "segments",
  {
    runId: text("run_id")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    segment: integer().notNull(),
    startedMs: integer("started_ms").notNull(),
    /** The epoch it began with; NULL for the first segment. */
    epoch: real(),
    endedMs: integer("ended_ms"),
    /** How it ended, as it said itself; NULL where its process ended without saying so. */
    state: text(),
    reason: text(),
    host: text().notNull(),
    /** When it was last heard of. */
    seenMs: integer("seen_ms").notNull(),
    stack: text(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.segment] })],
);
