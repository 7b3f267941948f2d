import { sql } from "drizzle-orm";
import { integer, real, sqliteView, text } from "drizzle-orm/sqlite-core";

/** Every point with its run and key: a view for people who write SQL. */
export const metrics = sqliteView("metrics", {
  run: text(),
  project: text(),
  key: text(),
  step: integer(),
  epoch: real(),
  wallMs: integer("wall_ms"),
  value: real(),
}).as(
  sql`SELECT runs.id AS run, runs.project AS project, series.key AS key, points.step AS step, points.epoch AS epoch, points.wall_ms AS wall_ms, points.value AS value FROM runs JOIN series ON series.run_id = runs.id JOIN points ON points.series_id = series.id`,
);
