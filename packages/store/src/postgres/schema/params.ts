import { doublePrecision, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { runs } from "./runs.ts";

/** One leaf of a run's config each: `optimizer.lr`. */
export const params = pgTable(
  "params",
  {
    runId: text("run_id")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    path: text().notNull(),
    /** JSON. */
    value: text().notNull(),
    /** `string`, `number`, `boolean`, `null`, `array` or `object` (an empty one). */
    type: text().notNull(),
    /** The value of a number, as a number; NULL for all else. */
    number: doublePrecision(),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.path] }),
    // Without the text, which may be longer than an index has room for.
    index("params_by_path").on(table.path, table.number, table.runId),
  ],
);
