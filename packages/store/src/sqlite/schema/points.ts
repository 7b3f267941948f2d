import { integer, primaryKey, real, sqliteTable } from "drizzle-orm/sqlite-core";

/** Every value ever logged; the truth. */
export const points = sqliteTable(
  "points",
  {
    seriesId: integer("series_id").notNull(),
    step: integer().notNull(),
    epoch: real(),
    wallMs: integer("wall_ms").notNull(),
    /** NULL is NaN; infinite values are stored as they are. */
    value: real(),
  },
  (table) => [primaryKey({ columns: [table.seriesId, table.step] })],
);
