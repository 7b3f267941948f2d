import { bigint, doublePrecision, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { runs } from "./runs.ts";

/** The earlier segments of resumed runs. The newest segment of a run is in `runs`. */
export const segments = pgTable(
  "segments",
  {
    runId: text("run_id")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    segment: bigint({ mode: "number" }).notNull(),
    startedMs: bigint("started_ms", { mode: "number" }).notNull(),
    /** The epoch it began with; NULL for the first segment. */
    epoch: doublePrecision(),
    endedMs: bigint("ended_ms", { mode: "number" }),
    /** How it ended, as it said itself; NULL where its process ended without saying so. */
    state: text(),
    reason: text(),
    host: text().notNull(),
    /** When it was last heard of. */
    seenMs: bigint("seen_ms", { mode: "number" }).notNull(),
    stack: text(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.segment] })],
);
