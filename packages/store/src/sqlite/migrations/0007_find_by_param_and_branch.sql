-- Made by drizzle-kit from src/sqlite/schema. By hand: what is filled in from what is stored.
DROP INDEX `params_by_path`;--> statement-breakpoint
ALTER TABLE `params` ADD `number` real;--> statement-breakpoint
UPDATE `params` SET `number` = CAST(`value` AS REAL) WHERE `type` = 'number';--> statement-breakpoint
CREATE INDEX `params_by_path` ON `params` (`path`,`value`,`type`,`number`,`run_id`);--> statement-breakpoint
ALTER TABLE `runs` ADD `branch` text;--> statement-breakpoint
UPDATE `runs` SET `branch` = (
	SELECT `event` ->> '$.card.code.branch' FROM `events`
	WHERE `run_id` = `runs`.`id` AND `type` = 'card' AND CASE WHEN json_valid(`event`) THEN json_type(`event`, '$.card.code.branch') END = 'text'
	ORDER BY `seq` LIMIT 1
);
