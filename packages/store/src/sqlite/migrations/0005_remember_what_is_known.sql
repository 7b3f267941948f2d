-- Made by drizzle-kit from src/sqlite/schema. By hand: STRICT.
CREATE TABLE `concluded` (
	`run_id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`rules` integer NOT NULL,
	`verdict` text,
	`conclusions` text NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `concluded_by_verdict` ON `concluded` (`verdict`,`run_id`,`rev`,`rules`);--> statement-breakpoint
DROP INDEX `runs_by_rev`;--> statement-breakpoint
ALTER TABLE `runs` ADD `gone` text;--> statement-breakpoint
ALTER TABLE `runs` ADD `gone_ms` integer;--> statement-breakpoint
ALTER TABLE `runs` ADD `gone_boot` text;--> statement-breakpoint
ALTER TABLE `runs` ADD `settled` text GENERATED ALWAYS AS (CASE WHEN state IS NOT NULL THEN state WHEN gone IS NOT NULL AND gone_boot = boot_id THEN 'killed' END) VIRTUAL;--> statement-breakpoint
CREATE INDEX `runs_by_name` ON `runs` (`name`);--> statement-breakpoint
CREATE INDEX `runs_by_state` ON `runs` (`project`,`settled`);--> statement-breakpoint
CREATE INDEX `runs_unsettled` ON `runs` (`boot_id`) WHERE settled IS NULL;--> statement-breakpoint
CREATE INDEX `runs_by_rev` ON `runs` (`rev`,`id`);--> statement-breakpoint
CREATE INDEX `series_by_best` ON `series` (`key`,`best_value`);