import { sql } from "drizzle-orm";
import { bigint, doublePrecision, pgView, text } from "drizzle-orm/pg-core";

/** Every point with its run and key: a view for people who write SQL. */
export const metrics = pgView("metrics", {
  run: text(),
  project: text(),
  key: text(),
  step: bigint({ mode: "number" }),
  epoch: doublePrecision(),
  wallMs: bigint("wall_ms", { mode: "number" }),
  value: doublePrecision(),
}).as(
  sql`SELECT runs.id AS run, runs.project AS project, series.key AS key, points.step AS step, points.epoch AS epoch, points.wall_ms AS wall_ms, points.value AS value FROM runs JOIN series ON series.run_id = runs.id JOIN points ON points.run_row = runs.rowid AND points.series_id = series.id`,
);
