-- Made by drizzle-kit from src/sqlite/schema. By hand: the trigger, and the verdicts, which move from `concluded` to `runs`.
DROP INDEX `runs_by_state`;--> statement-breakpoint
ALTER TABLE `runs` ADD `verdict` text;--> statement-breakpoint
ALTER TABLE `runs` ADD `judged` integer;--> statement-breakpoint
UPDATE `runs` SET (`verdict`, `judged`) = (SELECT `concluded`.`verdict`, `rules` FROM `concluded` WHERE `run_id` = `runs`.`id` AND `concluded`.`rev` = `runs`.`rev`);--> statement-breakpoint
DROP INDEX `concluded_by_verdict`;--> statement-breakpoint
ALTER TABLE `concluded` DROP COLUMN `verdict`;--> statement-breakpoint
CREATE INDEX `runs_by_state` ON `runs` (`project`,`deleted_ms`,`archived_ms`,`settled`,`judged`,`verdict`,`id`,`started_ms`,`restored_epoch`,`branch`,`run_group`,`key_set`,`tags`);--> statement-breakpoint
DROP INDEX `series_by_key`;--> statement-breakpoint
DROP INDEX `series_by_best`;--> statement-breakpoint
CREATE INDEX `series_by_kept` ON `series` (`key`,`kept_value`,`run_id`) WHERE kept_step IS NOT NULL;--> statement-breakpoint
CREATE INDEX `series_by_key` ON `series` (`key`,`last_value`,`run_id`);--> statement-breakpoint
CREATE INDEX `series_by_best` ON `series` (`key`,`best_value`,`run_id`,`min_value`,`max_value`);--> statement-breakpoint
CREATE TRIGGER `runs_changed` AFTER UPDATE OF rev ON `runs` WHEN OLD.judged IS NOT NULL AND OLD.rev IS NOT NEW.rev BEGIN
  UPDATE runs SET judged = NULL, verdict = NULL WHERE id = NEW.id;
END;