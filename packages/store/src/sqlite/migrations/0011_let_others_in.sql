-- Made by drizzle-kit from src/sqlite/schema. By hand: STRICT.
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY NOT NULL,
	`at_ms` integer NOT NULL,
	`who` text NOT NULL,
	`action` text NOT NULL,
	`what` text NOT NULL,
	`origin` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `senders` (
	`journal` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`projects` text,
	`begun_ms` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`role` text NOT NULL,
	`projects` text,
	`created_ms` integer NOT NULL,
	`expires_ms` integer,
	`used_ms` integer,
	`revoked_ms` integer
) STRICT;
--> statement-breakpoint
ALTER TABLE `runs` ADD `heard_ms` integer;--> statement-breakpoint
CREATE INDEX `runs_of_sender` ON `runs` (`journal`) WHERE boot_id = '';