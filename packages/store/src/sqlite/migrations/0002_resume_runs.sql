-- Made by drizzle-kit from src/sqlite/schema. By hand: STRICT and WITHOUT ROWID.
CREATE TABLE `requests` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	`want` text NOT NULL,
	`by` text NOT NULL,
	`taken_ms` integer,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `requests_open` ON `requests` (`run_id`) WHERE taken_ms IS NULL;--> statement-breakpoint
CREATE TABLE `segments` (
	`run_id` text NOT NULL,
	`segment` integer NOT NULL,
	`started_ms` integer NOT NULL,
	`epoch` real,
	`ended_ms` integer,
	`state` text,
	`reason` text,
	`host` text NOT NULL,
	`seen_ms` integer NOT NULL,
	PRIMARY KEY(`run_id`, `segment`),
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `superseded` (
	`series_id` integer NOT NULL,
	`segment` integer NOT NULL,
	`step` integer NOT NULL,
	`epoch` real,
	`wall_ms` integer NOT NULL,
	`value` real,
	PRIMARY KEY(`series_id`, `segment`, `step`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `points` ADD `segment` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `runs` ADD `pid_space` text;--> statement-breakpoint
ALTER TABLE `runs` ADD `seen_up_ms` integer;--> statement-breakpoint
ALTER TABLE `runs` ADD `segment` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `runs` ADD `segment_ms` integer;--> statement-breakpoint
ALTER TABLE `runs` ADD `segment_epoch` real;--> statement-breakpoint
ALTER TABLE `runs` ADD `earlier_ms` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `series` ADD `segment` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `series` ADD `segment_step` integer DEFAULT 0 NOT NULL;