import { bigint, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { runs } from "./runs.ts";

/** How readers have seen the heartbeats of runs whose process they cannot ask, by their own clock. */
export const watches = pgTable(
  "watches",
  {
    runId: text("run_id")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    /** The reader's machine since its last start: its processes share a clock. */
    bootId: text("boot_id").notNull(),
    /** The heartbeat, in milliseconds of whatever clock the writer has. */
    beat: bigint({ mode: "number" }).notNull(),
    /** How long the reader's machine had been awake when it first saw this beat. */
    sinceUpMs: bigint("since_up_ms", { mode: "number" }).notNull(),
    /** `seen`: no other beat was seen before; `moved`: another was; `still`: it has not moved for the lease. */
    state: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.bootId] })],
);
