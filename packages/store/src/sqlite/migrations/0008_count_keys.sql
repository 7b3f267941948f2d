-- Made by drizzle-kit from src/sqlite/schema. By hand: STRICT, the triggers, and what is filled in from what is stored.
CREATE TABLE `key_sets` (
	`id` integer PRIMARY KEY NOT NULL,
	`keys` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `key_sets_keys_unique` ON `key_sets` (`keys`);--> statement-breakpoint
ALTER TABLE `runs` ADD `key_set` integer;--> statement-breakpoint
CREATE TEMP TABLE keys_of AS
	SELECT run_id, json_group_array(key) AS keys FROM (SELECT run_id, key FROM series WHERE first_step IS NOT NULL ORDER BY run_id, key) GROUP BY run_id;--> statement-breakpoint
INSERT INTO `key_sets` (keys) SELECT DISTINCT keys FROM keys_of;--> statement-breakpoint
CREATE UNIQUE INDEX keys_of_run ON keys_of (run_id);--> statement-breakpoint
UPDATE `runs` SET key_set = (SELECT key_sets.id FROM keys_of JOIN key_sets ON key_sets.keys = keys_of.keys WHERE run_id = runs.id);--> statement-breakpoint
DROP TABLE keys_of;--> statement-breakpoint
CREATE TRIGGER `series_begun` AFTER UPDATE OF first_step ON `series` WHEN (OLD.first_step IS NULL) <> (NEW.first_step IS NULL) BEGIN
  INSERT OR IGNORE INTO key_sets (keys)
    SELECT json_group_array(key) FROM (SELECT key FROM series WHERE run_id = NEW.run_id AND first_step IS NOT NULL ORDER BY key);
  UPDATE runs SET key_set = (SELECT id FROM key_sets WHERE keys =
    (SELECT json_group_array(key) FROM (SELECT key FROM series WHERE run_id = NEW.run_id AND first_step IS NOT NULL ORDER BY key)))
    WHERE id = NEW.run_id;
END;--> statement-breakpoint
CREATE TRIGGER `series_copied` AFTER INSERT ON `series` WHEN NEW.first_step IS NOT NULL BEGIN
  INSERT OR IGNORE INTO key_sets (keys)
    SELECT json_group_array(key) FROM (SELECT key FROM series WHERE run_id = NEW.run_id AND first_step IS NOT NULL ORDER BY key);
  UPDATE runs SET key_set = (SELECT id FROM key_sets WHERE keys =
    (SELECT json_group_array(key) FROM (SELECT key FROM series WHERE run_id = NEW.run_id AND first_step IS NOT NULL ORDER BY key)))
    WHERE id = NEW.run_id;
END;--> statement-breakpoint
CREATE TRIGGER `series_taken` AFTER DELETE ON `series` WHEN OLD.first_step IS NOT NULL AND EXISTS (SELECT 1 FROM runs WHERE id = OLD.run_id) BEGIN
  INSERT OR IGNORE INTO key_sets (keys)
    SELECT json_group_array(key) FROM (SELECT key FROM series WHERE run_id = OLD.run_id AND first_step IS NOT NULL ORDER BY key);
  UPDATE runs SET key_set = (SELECT id FROM key_sets WHERE keys =
    (SELECT json_group_array(key) FROM (SELECT key FROM series WHERE run_id = OLD.run_id AND first_step IS NOT NULL ORDER BY key)))
    WHERE id = OLD.run_id;
END;
