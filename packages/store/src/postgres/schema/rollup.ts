import { bigint, doublePrecision, pgTable, primaryKey } from "drizzle-orm/pg-core";

/** Points in buckets of 16·4^level steps, for charts of long series. A cache: always rebuildable from `points`. */
export const rollup = pgTable(
  "rollup",
  {
    /** The run: the first 43 bits of `series_id`, by which the rows are spread over partitions. */
    runRow: bigint("run_row", { mode: "number" }).notNull(),
    seriesId: bigint("series_id", { mode: "number" }).notNull(),
    level: bigint({ mode: "number" }).notNull(),
    /** Its first step divided by the level's width. */
    bucket: bigint({ mode: "number" }).notNull(),
    n: bigint({ mode: "number" }).notNull(),
    /** How many values are NaN or infinite, and where the first of them is. */
    bad: bigint({ mode: "number" }).notNull(),
    badStep: bigint("bad_step", { mode: "number" }),
    badEpoch: doublePrecision("bad_epoch"),
    /** Of the finite values, as the extremes below. */
    sum: doublePrecision(),
    min: doublePrecision(),
    minStep: bigint("min_step", { mode: "number" }),
    minEpoch: doublePrecision("min_epoch"),
    minMs: bigint("min_ms", { mode: "number" }),
    max: doublePrecision(),
    maxStep: bigint("max_step", { mode: "number" }),
    maxEpoch: doublePrecision("max_epoch"),
    maxMs: bigint("max_ms", { mode: "number" }),
    /** Of its last point. */
    epoch: doublePrecision(),
    wallMs: bigint("wall_ms", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.runRow, table.seriesId, table.level, table.bucket] })],
);
