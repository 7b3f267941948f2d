import { integer, primaryKey, real, sqliteTable } from "drizzle-orm/sqlite-core";

/** Points of earlier segments of a run, at steps that a later one went through again. */
export const superseded = sqliteTable(
  "superseded",
  {
    seriesId: integer("series_id").notNull(),
    segment: integer().notNull(),
    step: integer().notNull(),
    epoch: real(),
    wallMs: integer("wall_ms").notNull(),
    value: real(),
  },
  (table) => [primaryKey({ columns: [table.seriesId, table.segment, table.step] })],
);
