import { sql } from "drizzle-orm";
import { bigint, doublePrecision, index, pgTable, text, unique } from "drizzle-orm/pg-core";
import { runs } from "./runs.ts";

/** One metric of one run, with the live summary of its points. */
export const series = pgTable(
  "series",
  {
    /** Given by a trigger: the run's `rowid`, and 20 bits that count. Never used twice. */
    id: bigint({ mode: "number" }).primaryKey(),
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
    n: bigint({ mode: "number" }).notNull().default(0),
    firstStep: bigint("first_step", { mode: "number" }),
    firstEpoch: doublePrecision("first_epoch"),
    firstValue: doublePrecision("first_value"),
    lastStep: bigint("last_step", { mode: "number" }),
    lastEpoch: doublePrecision("last_epoch"),
    lastValue: doublePrecision("last_value"),
    lastMs: bigint("last_ms", { mode: "number" }),
    /** Of the finite values; the first place where it was reached. */
    minValue: doublePrecision("min_value"),
    minStep: bigint("min_step", { mode: "number" }),
    minEpoch: doublePrecision("min_epoch"),
    maxValue: doublePrecision("max_value"),
    maxStep: bigint("max_step", { mode: "number" }),
    maxEpoch: doublePrecision("max_epoch"),
    /** Follows `direction` by itself, so that a late direction is right at once. */
    bestValue: doublePrecision("best_value").generatedAlwaysAs(
      sql`CASE direction WHEN 'max' THEN max_value WHEN 'min' THEN min_value END`,
    ),
    bestStep: bigint("best_step", { mode: "number" }).generatedAlwaysAs(
      sql`CASE direction WHEN 'max' THEN max_step WHEN 'min' THEN min_step END`,
    ),
    bestEpoch: doublePrecision("best_epoch").generatedAlwaysAs(
      sql`CASE direction WHEN 'max' THEN max_epoch WHEN 'min' THEN min_epoch END`,
    ),
    /** At the run's restored epoch; NULL where none was restored or nothing was logged there. */
    keptStep: bigint("kept_step", { mode: "number" }),
    keptEpoch: doublePrecision("kept_epoch"),
    keptValue: doublePrecision("kept_value"),
    /** How many values are NaN or infinite, and the first of them. */
    bad: bigint({ mode: "number" }).notNull().default(0),
    badStep: bigint("bad_step", { mode: "number" }),
    badEpoch: doublePrecision("bad_epoch"),
    badValue: doublePrecision("bad_value"),
    /** How many levels of `rollup` exist for it. */
    rolled: bigint({ mode: "number" }).notNull().default(0),
    /** Tick of the clock that last touched it. */
    rev: bigint({ mode: "number" }).notNull().default(0),
    /** Tick that last wrote at or before a step it already had. */
    rewriteRev: bigint("rewrite_rev", { mode: "number" }).notNull().default(0),
    /** The segment of the run that wrote its newest points, and the first of their steps. */
    segment: bigint({ mode: "number" }).notNull().default(0),
    segmentStep: bigint("segment_step", { mode: "number" }).notNull().default(0),
    /** How many points were thinned out of it. */
    pruned: bigint({ mode: "number" }).notNull().default(0),
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
