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
    /** The segment of the run that wrote it. */
    segment: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.seriesId, table.step] })],
);
