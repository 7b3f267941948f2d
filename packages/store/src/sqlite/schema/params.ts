import { index, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { runs } from "./runs.ts";

/** One leaf of a run's config each: `optimizer.lr`. */
export const params = sqliteTable(
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
    number: real(),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.path] }),
    // Whole, so that what is compared and counted is read from the index alone.
    index("params_by_path").on(table.path, table.value, table.type, table.number, table.runId),
  ],
);
