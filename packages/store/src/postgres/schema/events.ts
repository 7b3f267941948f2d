import { bigint, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { runs } from "./runs.ts";

/** Decisions and incidents of a run, in the order they were recorded. */
export const events = pgTable(
  "events",
  {
    runId: text("run_id")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    seq: bigint({ mode: "number" }).notNull(),
    atMs: bigint("at_ms", { mode: "number" }).notNull(),
    type: text().notNull(),
    /** JSON, whole. */
    event: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.seq] })],
);
