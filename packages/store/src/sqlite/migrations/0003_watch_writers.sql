-- Made by drizzle-kit from src/sqlite/schema. By hand: STRICT and WITHOUT ROWID.
CREATE TABLE `removed` (
	`segment` text PRIMARY KEY NOT NULL,
	`bytes` integer NOT NULL,
	`removed_ms` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `watches` (
	`run_id` text NOT NULL,
	`boot_id` text NOT NULL,
	`beat` integer NOT NULL,
	`since_up_ms` integer NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`run_id`, `boot_id`),
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `runs` ADD `thread` text;--> statement-breakpoint
ALTER TABLE `runs` ADD `journal` text;