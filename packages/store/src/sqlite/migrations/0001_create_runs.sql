-- Made by drizzle-kit from src/sqlite/schema. By hand: STRICT and WITHOUT ROWID, which drizzle has no word for (a table that a
-- later migration builds anew needs them again), and the clock's one row. A test compares the schema with the real tables.
CREATE TABLE `clock` (
	`id` integer PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `events` (
	`run_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at_ms` integer NOT NULL,
	`type` text NOT NULL,
	`event` text NOT NULL,
	PRIMARY KEY(`run_id`, `seq`),
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `folded` (
	`segment` text PRIMARY KEY NOT NULL,
	`bytes` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `params` (
	`run_id` text NOT NULL,
	`path` text NOT NULL,
	`value` text NOT NULL,
	`type` text NOT NULL,
	PRIMARY KEY(`run_id`, `path`),
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `params_by_path` ON `params` (`path`,`value`);--> statement-breakpoint
CREATE TABLE `points` (
	`series_id` integer NOT NULL,
	`step` integer NOT NULL,
	`epoch` real,
	`wall_ms` integer NOT NULL,
	`value` real,
	PRIMARY KEY(`series_id`, `step`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `projects` (
	`name` text PRIMARY KEY NOT NULL,
	`created_ms` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `rollup` (
	`series_id` integer NOT NULL,
	`level` integer NOT NULL,
	`bucket` integer NOT NULL,
	`n` integer NOT NULL,
	`bad` integer NOT NULL,
	`bad_step` integer,
	`bad_epoch` real,
	`sum` real,
	`min` real,
	`min_step` integer,
	`min_epoch` real,
	`min_ms` integer,
	`max` real,
	`max_step` integer,
	`max_epoch` real,
	`max_ms` integer,
	`epoch` real,
	`wall_ms` integer NOT NULL,
	PRIMARY KEY(`series_id`, `level`, `bucket`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `runs` (
	`id` text PRIMARY KEY NOT NULL,
	`project` text NOT NULL,
	`name` text NOT NULL,
	`config` text NOT NULL,
	`tags` text NOT NULL,
	`notes` text NOT NULL,
	`started_ms` integer NOT NULL,
	`ended_ms` integer,
	`state` text,
	`reason` text,
	`restored_epoch` real,
	`host` text NOT NULL,
	`boot_id` text NOT NULL,
	`pid` integer NOT NULL,
	`pid_started` text,
	`seen_ms` integer NOT NULL,
	`rev` integer NOT NULL,
	FOREIGN KEY (`project`) REFERENCES `projects`(`name`) ON UPDATE cascade ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `runs_by_project` ON `runs` (`project`,`started_ms`);--> statement-breakpoint
CREATE INDEX `runs_by_start` ON `runs` (`started_ms`);--> statement-breakpoint
CREATE INDEX `runs_by_rev` ON `runs` (`rev`);--> statement-breakpoint
CREATE INDEX `runs_open` ON `runs` (`pid`) WHERE state IS NULL;--> statement-breakpoint
CREATE TABLE `series` (
	`id` integer PRIMARY KEY NOT NULL,
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
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `series_by_key` ON `series` (`key`,`last_value`);--> statement-breakpoint
CREATE INDEX `series_by_rev` ON `series` (`rev`);--> statement-breakpoint
CREATE UNIQUE INDEX `series_of_run` ON `series` (`run_id`,`key`);--> statement-breakpoint
CREATE VIEW `metrics` AS SELECT runs.id AS run, runs.project AS project, series.key AS key, points.step AS step, points.epoch AS epoch, points.wall_ms AS wall_ms, points.value AS value FROM runs JOIN series ON series.run_id = runs.id JOIN points ON points.series_id = series.id;
--> statement-breakpoint
INSERT INTO `clock` (`id`, `rev`) VALUES (1, 0);
