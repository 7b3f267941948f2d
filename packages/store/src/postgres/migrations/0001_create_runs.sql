-- Made by drizzle-kit from src/postgres/schema. By hand: the order of texts (byte by byte, as in SQLite), the partitions, the clock's one
-- row, the triggers, and the functions that SQLite has and PostgreSQL has not: the same queries are asked of both.
CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at_ms" bigint NOT NULL,
	"who" text COLLATE "C" NOT NULL,
	"action" text COLLATE "C" NOT NULL,
	"what" text COLLATE "C" NOT NULL,
	"origin" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "clock" (
	"id" bigint PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "concluded" (
	"run_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"rules" bigint NOT NULL,
	"conclusions" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"run_id" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	"at_ms" bigint NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"event" text COLLATE "C" NOT NULL,
	CONSTRAINT "events_run_id_seq_pk" PRIMARY KEY("run_id","seq")
);
--> statement-breakpoint
CREATE TABLE "folded" (
	"segment" text COLLATE "C" PRIMARY KEY NOT NULL,
	"bytes" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "key_sets" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "key_sets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"keys" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "params" (
	"run_id" text COLLATE "C" NOT NULL,
	"path" text COLLATE "C" NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"number" double precision,
	CONSTRAINT "params_run_id_path_pk" PRIMARY KEY("run_id","path")
);
--> statement-breakpoint
CREATE TABLE "points" (
	"run_row" bigint NOT NULL,
	"series_id" bigint NOT NULL,
	"step" bigint NOT NULL,
	"epoch" double precision,
	"wall_ms" bigint NOT NULL,
	"value" double precision,
	"segment" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "points_run_row_series_id_step_pk" PRIMARY KEY("run_row","series_id","step")
) PARTITION BY HASH ("run_row");
--> statement-breakpoint
CREATE TABLE "projects" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"created_ms" bigint NOT NULL,
	"retention" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "purged" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"purged_ms" bigint NOT NULL,
	"rev" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "removed" (
	"segment" text COLLATE "C" PRIMARY KEY NOT NULL,
	"bytes" bigint NOT NULL,
	"removed_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"run_id" text COLLATE "C" NOT NULL,
	"at_ms" bigint NOT NULL,
	"want" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"taken_ms" bigint
);
--> statement-breakpoint
CREATE TABLE "rollup" (
	"run_row" bigint NOT NULL,
	"series_id" bigint NOT NULL,
	"level" bigint NOT NULL,
	"bucket" bigint NOT NULL,
	"n" bigint NOT NULL,
	"bad" bigint NOT NULL,
	"bad_step" bigint,
	"bad_epoch" double precision,
	"sum" double precision,
	"min" double precision,
	"min_step" bigint,
	"min_epoch" double precision,
	"min_ms" bigint,
	"max" double precision,
	"max_step" bigint,
	"max_epoch" double precision,
	"max_ms" bigint,
	"epoch" double precision,
	"wall_ms" bigint NOT NULL,
	CONSTRAINT "rollup_run_row_series_id_level_bucket_pk" PRIMARY KEY("run_row","series_id","level","bucket")
) PARTITION BY HASH ("run_row");
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"rowid" bigint GENERATED ALWAYS AS IDENTITY (sequence name "runs_rowid_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"series_made" bigint DEFAULT 0 NOT NULL,
	"project" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"config" text COLLATE "C" NOT NULL,
	"tags" text COLLATE "C" NOT NULL,
	"notes" text COLLATE "C" NOT NULL,
	"started_ms" bigint NOT NULL,
	"ended_ms" bigint,
	"state" text COLLATE "C",
	"reason" text COLLATE "C",
	"restored_epoch" double precision,
	"host" text COLLATE "C" NOT NULL,
	"boot_id" text COLLATE "C" NOT NULL,
	"pid" bigint NOT NULL,
	"pid_started" text COLLATE "C",
	"seen_ms" bigint NOT NULL,
	"rev" bigint NOT NULL,
	"pid_space" text COLLATE "C",
	"seen_up_ms" bigint,
	"segment" bigint DEFAULT 0 NOT NULL,
	"segment_ms" bigint,
	"segment_epoch" double precision,
	"earlier_ms" bigint DEFAULT 0 NOT NULL,
	"thread" text COLLATE "C",
	"journal" text COLLATE "C",
	"record" text COLLATE "C",
	"gone" text COLLATE "C",
	"gone_ms" bigint,
	"gone_boot" text COLLATE "C",
	"settled" text COLLATE "C" GENERATED ALWAYS AS (CASE WHEN state IS NOT NULL THEN state WHEN gone IS NOT NULL AND gone_boot = boot_id THEN 'killed' END) STORED,
	"run_group" text COLLATE "C",
	"archived_ms" bigint,
	"deleted_ms" bigint,
	"purging_ms" bigint,
	"dated" bigint DEFAULT 0 NOT NULL,
	"stack" text COLLATE "C",
	"branch" text COLLATE "C",
	"key_set" bigint,
	"verdict" text COLLATE "C",
	"judged" bigint,
	"heard_ms" bigint,
	CONSTRAINT "runs_rowid_unique" UNIQUE("rowid")
);
--> statement-breakpoint
CREATE TABLE "segments" (
	"run_id" text COLLATE "C" NOT NULL,
	"segment" bigint NOT NULL,
	"started_ms" bigint NOT NULL,
	"epoch" double precision,
	"ended_ms" bigint,
	"state" text COLLATE "C",
	"reason" text COLLATE "C",
	"host" text COLLATE "C" NOT NULL,
	"seen_ms" bigint NOT NULL,
	"stack" text COLLATE "C",
	CONSTRAINT "segments_run_id_segment_pk" PRIMARY KEY("run_id","segment")
);
--> statement-breakpoint
CREATE TABLE "senders" (
	"journal" text COLLATE "C" PRIMARY KEY NOT NULL,
	"token" text COLLATE "C" NOT NULL,
	"projects" text COLLATE "C",
	"begun_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" bigint PRIMARY KEY NOT NULL,
	"run_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"metric" text COLLATE "C" NOT NULL,
	"split" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"direction" text COLLATE "C",
	"per" text COLLATE "C" NOT NULL,
	"n" bigint DEFAULT 0 NOT NULL,
	"first_step" bigint,
	"first_epoch" double precision,
	"first_value" double precision,
	"last_step" bigint,
	"last_epoch" double precision,
	"last_value" double precision,
	"last_ms" bigint,
	"min_value" double precision,
	"min_step" bigint,
	"min_epoch" double precision,
	"max_value" double precision,
	"max_step" bigint,
	"max_epoch" double precision,
	"best_value" double precision GENERATED ALWAYS AS (CASE direction WHEN 'max' THEN max_value WHEN 'min' THEN min_value END) STORED,
	"best_step" bigint GENERATED ALWAYS AS (CASE direction WHEN 'max' THEN max_step WHEN 'min' THEN min_step END) STORED,
	"best_epoch" double precision GENERATED ALWAYS AS (CASE direction WHEN 'max' THEN max_epoch WHEN 'min' THEN min_epoch END) STORED,
	"kept_step" bigint,
	"kept_epoch" double precision,
	"kept_value" double precision,
	"bad" bigint DEFAULT 0 NOT NULL,
	"bad_step" bigint,
	"bad_epoch" double precision,
	"bad_value" double precision,
	"rolled" bigint DEFAULT 0 NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"rewrite_rev" bigint DEFAULT 0 NOT NULL,
	"segment" bigint DEFAULT 0 NOT NULL,
	"segment_step" bigint DEFAULT 0 NOT NULL,
	"pruned" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "series_of_run" UNIQUE("run_id","key")
);
--> statement-breakpoint
CREATE TABLE "superseded" (
	"run_row" bigint NOT NULL,
	"series_id" bigint NOT NULL,
	"segment" bigint NOT NULL,
	"step" bigint NOT NULL,
	"epoch" double precision,
	"wall_ms" bigint NOT NULL,
	"value" double precision,
	CONSTRAINT "superseded_run_row_series_id_segment_step_pk" PRIMARY KEY("run_row","series_id","segment","step")
) PARTITION BY HASH ("run_row");
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"projects" text COLLATE "C",
	"created_ms" bigint NOT NULL,
	"expires_ms" bigint,
	"used_ms" bigint,
	"revoked_ms" bigint
);
--> statement-breakpoint
CREATE TABLE "watches" (
	"run_id" text COLLATE "C" NOT NULL,
	"boot_id" text COLLATE "C" NOT NULL,
	"beat" bigint NOT NULL,
	"since_up_ms" bigint NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	CONSTRAINT "watches_run_id_boot_id_pk" PRIMARY KEY("run_id","boot_id")
);
--> statement-breakpoint
ALTER TABLE "concluded" ADD CONSTRAINT "concluded_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "params" ADD CONSTRAINT "params_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_project_projects_name_fk" FOREIGN KEY ("project") REFERENCES "projects"("name") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watches" ADD CONSTRAINT "watches_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "key_sets_by_keys" ON "key_sets" USING btree (md5("keys"));--> statement-breakpoint
CREATE INDEX "params_by_path" ON "params" USING btree ("path","number","run_id");--> statement-breakpoint
CREATE INDEX "purged_by_rev" ON "purged" USING btree ("rev");--> statement-breakpoint
CREATE INDEX "requests_open" ON "requests" USING btree ("run_id") WHERE taken_ms IS NULL;--> statement-breakpoint
CREATE INDEX "runs_by_project" ON "runs" USING btree ("project","started_ms");--> statement-breakpoint
CREATE INDEX "runs_by_start" ON "runs" USING btree ("started_ms");--> statement-breakpoint
CREATE INDEX "runs_by_rev" ON "runs" USING btree ("rev","id");--> statement-breakpoint
CREATE INDEX "runs_by_name" ON "runs" USING btree ("name");--> statement-breakpoint
CREATE INDEX "runs_by_state" ON "runs" USING btree ("project","deleted_ms","archived_ms","settled","judged","verdict");--> statement-breakpoint
CREATE INDEX "runs_unsettled" ON "runs" USING btree ("boot_id") WHERE settled IS NULL;--> statement-breakpoint
CREATE INDEX "runs_open" ON "runs" USING btree ("pid") WHERE state IS NULL;--> statement-breakpoint
CREATE INDEX "runs_of_sender" ON "runs" USING btree ("journal") WHERE boot_id = '';--> statement-breakpoint
CREATE INDEX "runs_in_trash" ON "runs" USING btree ("deleted_ms") WHERE deleted_ms IS NOT NULL;--> statement-breakpoint
CREATE INDEX "series_by_key" ON "series" USING btree ("key","last_value","run_id");--> statement-breakpoint
CREATE INDEX "series_by_best" ON "series" USING btree ("key","best_value","run_id","min_value","max_value");--> statement-breakpoint
CREATE INDEX "series_by_kept" ON "series" USING btree ("key","kept_value","run_id") WHERE kept_step IS NOT NULL;--> statement-breakpoint
CREATE INDEX "series_by_rev" ON "series" USING btree ("rev");--> statement-breakpoint
CREATE VIEW "metrics" AS SELECT runs.id AS run, runs.project AS project, series.key AS key, points.step AS step, points.epoch AS epoch, points.wall_ms AS wall_ms, points.value AS value FROM runs JOIN series ON series.run_id = runs.id JOIN points ON points.run_row = runs.rowid AND points.series_id = series.id;--> statement-breakpoint
DO $$ BEGIN
  FOR part IN 0..15 LOOP
    EXECUTE format('CREATE TABLE points_%s PARTITION OF points FOR VALUES WITH (MODULUS 16, REMAINDER %s)', part, part);
    EXECUTE format('CREATE TABLE rollup_%s PARTITION OF rollup FOR VALUES WITH (MODULUS 16, REMAINDER %s)', part, part);
    EXECUTE format('CREATE TABLE superseded_%s PARTITION OF superseded FOR VALUES WITH (MODULUS 16, REMAINDER %s)', part, part);
  END LOOP;
END $$;--> statement-breakpoint
INSERT INTO clock (id, rev) VALUES (1, 0);--> statement-breakpoint
-- Texts in JSON may hold what PostgreSQL has no text for: NUL, which stands elsewhere as the program writes it, and halves of surrogate pairs.
CREATE FUNCTION readable_json(given text) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN given ~ '\\u(0000|[dD][89a-fA-F])' THEN CAST(
    regexp_replace(regexp_replace(given, '(?<!\\)((?:\\\\)*)\\u0000', '\1' || U&'\FDD0' || '0', 'g'),
      '(?<!\\)((?:\\\\)*)\\u[dD][89a-fA-F][0-9a-fA-F]{2}', '\1\\ufffd', 'g') AS jsonb) ELSE CAST(given AS jsonb) END $$;--> statement-breakpoint
CREATE FUNCTION json_each(list text) RETURNS TABLE (key bigint, value text) LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 100 AS $$
  SELECT place - 1, element FROM jsonb_array_elements_text(readable_json(list)) WITH ORDINALITY AS elements (element, place) $$;--> statement-breakpoint
CREATE FUNCTION json_extract(given text, path text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE path WHEN '$' THEN readable_json(given) #>> '{}' ELSE readable_json(given) ->> CAST(substr(path, 3, 1) AS integer) END $$;--> statement-breakpoint
CREATE FUNCTION instr(given text, needle text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT strpos(given, needle) $$;--> statement-breakpoint
CREATE FUNCTION max(one bigint, two bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN one >= two THEN one WHEN one < two THEN two END $$;--> statement-breakpoint
CREATE AGGREGATE total (double precision) (SFUNC = float8pl, STYPE = double precision, INITCOND = '0', PARALLEL = SAFE);--> statement-breakpoint
-- The letters of every script, where the server was built with their rules.
DO $body$ BEGIN
  EXECUTE format($$ CREATE FUNCTION fold_case(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT lower(given %s)' $$,
    CASE WHEN EXISTS (SELECT 1 FROM pg_collation WHERE collname = 'und-x-icu') THEN 'COLLATE "und-x-icu"' ELSE '' END);
END $body$;--> statement-breakpoint
CREATE FUNCTION number_key(whole text, fraction text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  digits text := ltrim(whole, '0');
BEGIN
  RETURN repeat('9', length(digits) / 9) || (length(digits) % 9) || digits || rtrim(fraction, '0') || chr(1);
END $$;--> statement-breakpoint
-- As naturalKey() of @epochal/conclusions: a test holds them together.
CREATE FUNCTION natural_key(given text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  rest text := fold_case(regexp_replace(normalize(given, NFD), '[\u0300-\u036f]', '', 'g'));
  made text := '';
  found text[];
  parts text[];
  digits text;
  power integer;
BEGIN
  LOOP
    found := regexp_match(rest, '^([^0-9]*)([0-9]+(?:\.[0-9]+)*)(?:e-([0-9]{1,2})(?![0-9.]))?');
    EXIT WHEN found IS NULL;
    rest := substr(rest, 1 + length(found[1]) + length(found[2]) + coalesce(2 + length(found[3]), 0));
    made := made || found[1];
    parts := string_to_array(found[2], '.');
    IF array_length(parts, 1) > 2 THEN
      made := made || (SELECT string_agg(number_key(part, ''), '.' ORDER BY place) FROM unnest(parts) WITH ORDINALITY AS each (part, place));
    ELSE
      power := coalesce(CAST(found[3] AS integer), 0);
      digits := lpad(parts[1], greatest(length(parts[1]), power + 1), '0');
      made := made || number_key(left(digits, length(digits) - power), right(digits, power) || coalesce(parts[2], ''));
    END IF;
  END LOOP;
  RETURN made || rest;
END $$;--> statement-breakpoint
-- What only a program can tell, which puts it into these temporary tables of its session before it asks.
SET LOCAL check_function_bodies = off;--> statement-breakpoint
CREATE FUNCTION live_state(
  run text, seen_ms bigint, seen_up_ms bigint, dated bigint, host text, boot_id text, pid bigint, pid_started text, pid_space text, thread text,
  journal text) RETURNS text LANGUAGE sql STABLE AS $$ SELECT told FROM live_states WHERE live_states.run = live_state.run $$;--> statement-breakpoint
CREATE FUNCTION live_verdict(run text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT told FROM live_verdicts WHERE live_verdicts.run = live_verdict.run $$;--> statement-breakpoint
SET LOCAL check_function_bodies = on;--> statement-breakpoint
CREATE FUNCTION say_tick() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM pg_notify('epochal', CAST(NEW.rev AS text));
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER clock_ticked AFTER UPDATE OF rev ON clock FOR EACH ROW WHEN (OLD.rev <> NEW.rev) EXECUTE FUNCTION say_tick();--> statement-breakpoint
CREATE FUNCTION number_series() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$ BEGIN
  UPDATE runs SET series_made = series_made + 1 WHERE runs.id = NEW.run_id RETURNING (rowid << 20) + series_made - 1 INTO NEW.id;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER series_numbered BEFORE INSERT ON series FOR EACH ROW EXECUTE FUNCTION number_series();--> statement-breakpoint
CREATE FUNCTION forget_verdict() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  NEW.judged := NULL;
  NEW.verdict := NULL;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER runs_changed BEFORE UPDATE OF rev ON runs FOR EACH ROW
  WHEN (OLD.judged IS NOT NULL AND OLD.rev IS DISTINCT FROM NEW.rev) EXECUTE FUNCTION forget_verdict();--> statement-breakpoint
CREATE FUNCTION remove_run() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$ BEGIN
  DELETE FROM points WHERE run_row = OLD.rowid;
  DELETE FROM rollup WHERE run_row = OLD.rowid;
  DELETE FROM superseded WHERE run_row = OLD.rowid;
  UPDATE clock SET rev = rev + 1;
  INSERT INTO purged (id, purged_ms, rev) SELECT OLD.id, CAST(extract(epoch FROM now()) AS bigint) * 1000, rev FROM clock
    ON CONFLICT (id) DO UPDATE SET purged_ms = excluded.purged_ms, rev = excluded.rev;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER runs_deleted AFTER DELETE ON runs FOR EACH ROW EXECUTE FUNCTION remove_run();--> statement-breakpoint
CREATE FUNCTION remove_series() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$ BEGIN
  DELETE FROM points WHERE run_row = OLD.id >> 20 AND series_id = OLD.id;
  DELETE FROM rollup WHERE run_row = OLD.id >> 20 AND series_id = OLD.id;
  DELETE FROM superseded WHERE run_row = OLD.id >> 20 AND series_id = OLD.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER series_deleted AFTER DELETE ON series FOR EACH ROW EXECUTE FUNCTION remove_series();--> statement-breakpoint
CREATE FUNCTION count_keys() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  run text := CASE TG_OP WHEN 'DELETE' THEN OLD.run_id ELSE NEW.run_id END;
  found text := (SELECT replace(CAST(json_agg(key ORDER BY key) AS text), U&'\FDD00', '\u0000') FROM series WHERE run_id = run AND first_step IS NOT NULL);
BEGIN
  INSERT INTO key_sets (keys) VALUES (coalesce(found, '[]')) ON CONFLICT DO NOTHING;
  UPDATE runs SET key_set = (SELECT id FROM key_sets WHERE md5(keys) = md5(coalesce(found, '[]'))) WHERE id = run;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER series_begun AFTER UPDATE OF first_step ON series FOR EACH ROW
  WHEN ((OLD.first_step IS NULL) <> (NEW.first_step IS NULL)) EXECUTE FUNCTION count_keys();--> statement-breakpoint
CREATE TRIGGER series_copied AFTER INSERT ON series FOR EACH ROW WHEN (NEW.first_step IS NOT NULL) EXECUTE FUNCTION count_keys();--> statement-breakpoint
CREATE TRIGGER series_taken AFTER DELETE ON series FOR EACH ROW WHEN (OLD.first_step IS NOT NULL) EXECUTE FUNCTION count_keys();
