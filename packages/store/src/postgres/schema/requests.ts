import { sql } from "drizzle-orm";
import { bigint, index, pgTable, text } from "drizzle-orm/pg-core";
import { runs } from "./runs.ts";

/** A request to a run that trains. */
export const requests = pgTable(
  "requests",
  {
    id: text().primaryKey(),
    runId: text("run_id")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    atMs: bigint("at_ms", { mode: "number" }).notNull(),
    /** `stop` or `save_weights`. */
    want: text().notNull(),
    /** Who asked. */
    by: text().notNull(),
    /** When training obeyed; NULL while it has not. */
    takenMs: bigint("taken_ms", { mode: "number" }),
  },
  (table) => [index("requests_open").on(table.runId).where(sql`taken_ms IS NULL`)],
);
