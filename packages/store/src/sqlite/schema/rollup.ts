import { integer, primaryKey, real, sqliteTable } from "drizzle-orm/sqlite-core";

/** Points in buckets of 16·4^level steps, for charts of long series. A cache: always rebuildable from `points`. */
export const rollup = sqliteTable(
  "rollup",
  {
    seriesId: integer("series_id").notNull(),
    level: integer().notNull(),
    /** Its first step divided by the level's width. */
    bucket: integer().notNull(),
    n: integer().notNull(),
    /** How many values are NaN or infinite, and where the first of them is. */
    bad: integer().notNull(),
    badStep: integer("bad_step"),
    badEpoch: real("bad_epoch"),
    /** Of the finite values, as the extremes below. */
    sum: real(),
    min: real(),
    minStep: integer("min_step"),
    minEpoch: real("min_epoch"),
    minMs: integer("min_ms"),
    max: real(),
    maxStep: integer("max_step"),
    maxEpoch: real("max_epoch"),
    maxMs: integer("max_ms"),
    /** Of its last point. */
    epoch: real(),
    wallMs: integer("wall_ms").notNull(),
  },
  (table) => [primaryKey({ columns: [table.seriesId, table.level, table.bucket] })],
);
