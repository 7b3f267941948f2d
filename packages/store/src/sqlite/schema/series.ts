import { sql } from "drizzle-orm";
import { index, integer, real, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { runs } from "./runs.ts";

/** One metric of one run, with the live summary of its points. */
export const series = sqliteTable(
  "series",
  {
    /** Never used twice, so that a new series cannot inherit the points of a deleted one. */
    id: integer().primaryKey({ autoIncrement: true }),
    runId: text("run_id")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    /** As logged: `val_auc`. */
    key: text().notNull(),
    /** Without prefix: `auc`. */
    metric: text().notNull(),
    split: text().notNull(),
    kind: text().notNull(),
    /** `max`, `min`, or NULL where neither is better. */
    direction: text(),
    per: text().notNull(),
    /** How many points. */
    n: integer().notNull().default(0),
    firstStep: integer("first_step"),
    firstEpoch: real("first_epoch"),
    firstValue: real("first_value"),
    lastStep: integer("last_step"),
    lastEpoch: real("last_epoch"),
    lastValue: real("last_value"),
    lastMs: integer("last_ms"),
    /** Of the finite values; the first place where it was reached. */
    minValue: real("min_value"),
    minStep: integer("min_step"),
    minEpoch: real("min_epoch"),
    maxValue: real("max_value"),
    maxStep: integer("max_step"),
    maxEpoch: real("max_epoch"),
    /** Follows `direction` by itself, so that a late direction is right at once. */
    bestValue: real("best_value").generatedAlwaysAs(
      sql`CASE direction WHEN 'max' THEN max_value WHEN 'min' THEN min_value END`,
      { mode: "virtual" },
    ),
    bestStep: integer("best_step").generatedAlwaysAs(
      sql`CASE direction WHEN 'max' THEN max_step WHEN 'min' THEN min_step END`,
      { mode: "virtual" },
    ),
    bestEpoch: real("best_epoch").generatedAlwaysAs(
      sql`CASE direction WHEN 'max' THEN max_epoch WHEN 'min' THEN min_epoch END`,
      { mode: "virtual" },
    ),
    /** At the run's restored epoch; NULL where none was restored or nothing was logged there. */
    keptStep: integer("kept_step"),
    keptEpoch: real("kept_epoch"),
    keptValue: real("kept_value"),
    /** How many values are NaN or infinite, and the first of them. */
    bad: integer().notNull().default(0),
    badStep: integer("bad_step"),
    badEpoch: real("bad_epoch"),
    badValue: real("bad_value"),
    /** How many levels of `rollup` exist for it. */
    rolled: integer().notNull().default(0),
    /** Tick of the clock that last touched it. */
    rev: integer().notNull().default(0),
    /** Tick that last wrote at or before a step it already had. */
    rewriteRev: integer("rewrite_rev").notNull().default(0),
    /** The segment of the run that wrote its newest points, and the first of their steps. */
    segment: integer().notNull().default(0),
    segmentStep: integer("segment_step").notNull().default(0),
    /** How many points were thinned out of it. */
    pruned: integer().notNull().default(0),
  },
  (table) => [
    unique("series_of_run").on(table.runId, table.key),
    // Each with all that runs are found by, so that no row is read for it.
    index("series_by_key").on(table.key, table.lastValue, table.runId),
    index("series_by_best").on(
      ...([table.key, table.bestValue, table.runId, table.minValue, table.maxValue] as const),
    ),
    index("series_by_kept")
      .on(table.key, table.keptValue, table.runId)
      .where(sql`kept_step IS NOT NULL`),
    index("series_by_rev").on(table.rev),
  ],
);
