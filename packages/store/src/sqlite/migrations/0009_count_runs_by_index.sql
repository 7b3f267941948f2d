DROP INDEX `runs_by_state`;--> statement-breakpoint
CREATE INDEX `runs_by_state` ON `runs` (`project`,`deleted_ms`,`archived_ms`,`settled`);