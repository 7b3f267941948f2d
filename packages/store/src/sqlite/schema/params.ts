import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
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
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.path] }),
    index("params_by_path").on(table.path, table.value),
  ],
);
