-- Made by drizzle-kit from src/sqlite/schema. By hand: STRICT and WITHOUT ROWID, the view around the table that is built anew, what people
-- have deleted by SQL until now, and the triggers: they work also where foreign keys are off, as they are in the sqlite3 command.
DELETE FROM `params` WHERE run_id NOT IN (SELECT id FROM runs);--> statement-breakpoint
DELETE FROM `events` WHERE run_id NOT IN (SELECT id FROM runs);--> statement-breakpoint
DELETE FROM `segments` WHERE run_id NOT IN (SELECT id FROM runs);--> statement-breakpoint
DELETE FROM `requests` WHERE run_id NOT IN (SELECT id FROM runs);--> statement-breakpoint
DELETE FROM `concluded` WHERE run_id NOT IN (SELECT id FROM runs);--> statement-breakpoint
DELETE FROM `watches` WHERE run_id NOT IN (SELECT id FROM runs);--> statement-breakpoint
INSERT INTO `projects` (name, created_ms) SELECT project, min(started_ms) FROM runs WHERE project NOT IN (SELECT name FROM projects) GROUP BY project;--> statement-breakpoint
CREATE TABLE `purged` (
	`id` text PRIMARY KEY NOT NULL,
	`purged_ms` integer NOT NULL,
	`rev` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `purged_by_rev` ON `purged` (`rev`);--> statement-breakpoint
DROP VIEW `metrics`;--> statement-breakpoint
CREATE TABLE `__new_series` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`run_id` text NOT NULL,
	`key` text NOT NULL,
	`metric` text NOT NULL,
	`split` text NOT NULL,
	`kind` text NOT NULL,
	`direction` text,
	`per` text NOT NULL,
	`n` integer DEFAULT 0 NOT NULL,
	`first_step` integer,
	`first_epoch` real,
	`first_value` real,
	`last_step` integer,
	`last_epoch` real,
	`last_value` real,
	`last_ms` integer,
	`min_value` real,
	`min_step` integer,
	`min_epoch` real,
	`max_value` real,
	`max_step` integer,
	`max_epoch` real,
	`best_value` real GENERATED ALWAYS AS (CASE direction WHEN 'max' THEN max_value WHEN 'min' THEN min_value END) VIRTUAL,
	`best_step` integer GENERATED ALWAYS AS (CASE direction WHEN 'max' THEN max_step WHEN 'min' THEN min_step END) VIRTUAL,
	`best_epoch` real GENERATED ALWAYS AS (CASE direction WHEN 'max' THEN max_epoch WHEN 'min' THEN min_epoch END) VIRTUAL,
	`kept_step` integer,
	`kept_epoch` real,
	`kept_value` real,
	`bad` integer DEFAULT 0 NOT NULL,
	`bad_step` integer,
	`bad_epoch` real,
	`bad_value` real,
	`rolled` integer DEFAULT 0 NOT NULL,
	`rev` integer DEFAULT 0 NOT NULL,
	`rewrite_rev` integer DEFAULT 0 NOT NULL,
	`segment` integer DEFAULT 0 NOT NULL,
	`segment_step` integer DEFAULT 0 NOT NULL,
	`pruned` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_series` (
    id, run_id, key, metric, split, kind, direction, per, n, first_step, first_epoch, first_value, last_step, last_epoch, last_value,
    last_ms, min_value, min_step, min_epoch, max_value, max_step, max_epoch, kept_step, kept_epoch, kept_value, bad, bad_step, bad_epoch,
    bad_value, rolled, rev, rewrite_rev, segment, segment_step)
  SELECT id, run_id, key, metric, split, kind, direction, per, n, first_step, first_epoch, first_value, last_step, last_epoch, last_value,
    last_ms, min_value, min_step, min_epoch, max_value, max_step, max_epoch, kept_step, kept_epoch, kept_value, bad, bad_step, bad_epoch,
    bad_value, rolled, rev, rewrite_rev, segment, segment_step
  FROM series WHERE run_id IN (SELECT id FROM runs);--> statement-breakpoint
DROP TABLE `series`;--> statement-breakpoint
ALTER TABLE `__new_series` RENAME TO `series`;--> statement-breakpoint
CREATE INDEX `series_by_key` ON `series` (`key`,`last_value`);--> statement-breakpoint
CREATE INDEX `series_by_best` ON `series` (`key`,`best_value`);--> statement-breakpoint
CREATE INDEX `series_by_rev` ON `series` (`rev`);--> statement-breakpoint
CREATE UNIQUE INDEX `series_of_run` ON `series` (`run_id`,`key`);--> statement-breakpoint
ALTER TABLE `projects` ADD `retention` text;--> statement-breakpoint
ALTER TABLE `runs` ADD `run_group` text;--> statement-breakpoint
ALTER TABLE `runs` ADD `archived_ms` integer;--> statement-breakpoint
ALTER TABLE `runs` ADD `deleted_ms` integer;--> statement-breakpoint
ALTER TABLE `runs` ADD `purging_ms` integer;--> statement-breakpoint
ALTER TABLE `runs` ADD `dated` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `runs` ADD `stack` text;--> statement-breakpoint
CREATE INDEX `runs_in_trash` ON `runs` (`deleted_ms`) WHERE deleted_ms IS NOT NULL;--> statement-breakpoint
ALTER TABLE `segments` ADD `stack` text;--> statement-breakpoint
CREATE VIEW `metrics` AS SELECT runs.id AS run, runs.project AS project, series.key AS key, points.step AS step, points.epoch AS epoch, points.wall_ms AS wall_ms, points.value AS value FROM runs JOIN series ON series.run_id = runs.id JOIN points ON points.series_id = series.id;--> statement-breakpoint
DELETE FROM sqlite_sequence WHERE name = 'series';--> statement-breakpoint
INSERT INTO sqlite_sequence (name, seq) SELECT 'series', max(
  (SELECT coalesce(max(id), 0) FROM series), (SELECT coalesce(max(series_id), 0) FROM points),
  (SELECT coalesce(max(series_id), 0) FROM rollup), (SELECT coalesce(max(series_id), 0) FROM superseded));--> statement-breakpoint
CREATE TRIGGER `series_deleted` AFTER DELETE ON `series` BEGIN
  DELETE FROM points WHERE series_id = OLD.id;
  DELETE FROM rollup WHERE series_id = OLD.id;
  DELETE FROM superseded WHERE series_id = OLD.id;
END;--> statement-breakpoint
CREATE TRIGGER `runs_deleted` AFTER DELETE ON `runs` BEGIN
  UPDATE clock SET rev = rev + 1;
  INSERT OR REPLACE INTO purged (id, purged_ms, rev)
    SELECT OLD.id, CAST(strftime('%s', 'now') AS INTEGER) * 1000, rev FROM clock;
  DELETE FROM series WHERE run_id = OLD.id;
  DELETE FROM params WHERE run_id = OLD.id;
  DELETE FROM events WHERE run_id = OLD.id;
  DELETE FROM segments WHERE run_id = OLD.id;
  DELETE FROM requests WHERE run_id = OLD.id;
  DELETE FROM watches WHERE run_id = OLD.id;
  DELETE FROM concluded WHERE run_id = OLD.id;
END;
